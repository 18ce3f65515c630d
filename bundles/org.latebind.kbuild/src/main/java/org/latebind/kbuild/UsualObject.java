package org.latebind.kbuild;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildDescription;
import org.latebind.make.ShellWords;
import org.latebind.make.Target;

/**
 * How this kernel makes an object whose makefile says nothing but {@code obj-m}: what a module's makefile changes is
 * seen by comparison with it.
 *
 * @param flags the compiler's
 * @param others what is supported only as it is here, by the expression that has it
 */
record UsualObject(CompilerFlags flags, SortedMap<String, String> others) {
    private static final List<String> OTHERS = List.of("$(ld_flags)", "$(objtool-enabled)", "$(objtool_enabled)");

    UsualObject {
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    static UsualObject of(HeaderData headers) {
        var makefile = new BuildDescription.File("Kbuild", Optional.of("obj-m := usual.o\n"));
        var machine = new BuildMachine(new BuildDescription.Package("usual", ".", List.of(makefile)), headers);
        var folder = KbuildRun.folder(machine, Invocation.of(machine.packageFolder()));
        var target = folder.target("usual.o");
        var recipe = new Target(target, "usual", List.of(folder.target("usual.c")));
        var others = new TreeMap<String, String>();
        OTHERS.forEach(text -> others.put(text, folder.text(text, recipe).strip()));
        return new UsualObject(CompilerFlags.parse(ShellWords.split(folder.text("$(c_flags)", recipe))), others);
    }
}
