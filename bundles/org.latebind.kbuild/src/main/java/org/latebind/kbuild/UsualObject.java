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
 * @param ofSingle of an object that is a module, what is supported only as it is here, by the expression that has it
 * @param ofPart the same of one of a module's objects, since objtool may be run on the module only
 */
record UsualObject(CompilerFlags flags, SortedMap<String, String> ofSingle, SortedMap<String, String> ofPart) {
    private static final String SINGLE = "single";
    private static final String PART = "part";
    private static final List<String> OTHERS = List.of("$(ld_flags)", "$(objtool-enabled)", "$(objtool_enabled)");

    UsualObject {
        ofSingle = Collections.unmodifiableSortedMap(new TreeMap<>(ofSingle));
        ofPart = Collections.unmodifiableSortedMap(new TreeMap<>(ofPart));
    }

    static UsualObject of(HeaderData headers) {
        var makefile = new BuildDescription.File("Kbuild",
                Optional.of("obj-m := " + SINGLE + ".o composite.o\ncomposite-y := " + PART + ".o\n"));
        var machine = new BuildMachine(new BuildDescription.Package("usual", ".", List.of(makefile)), headers);
        var folder = KbuildRun.folder(machine, Invocation.of(machine.packageFolder()));
        var flags = CompilerFlags.parse(ShellWords.split(folder.text("$(c_flags)", recipe(folder, SINGLE))));
        return new UsualObject(flags, others(folder, SINGLE), others(folder, PART));
    }

    /** What is supported only as it is here, of an object that is a module of its own or a part of one. */
    SortedMap<String, String> others(boolean isPart) {
        return isPart ? ofPart : ofSingle;
    }

    private static SortedMap<String, String> others(KbuildFolder folder, String object) {
        var others = new TreeMap<String, String>();
        OTHERS.forEach(text -> others.put(text, folder.text(text, recipe(folder, object)).strip()));
        return others;
    }

    private static Target recipe(KbuildFolder folder, String object) {
        return new Target(folder.target(object + ".o"), object, List.of(folder.target(object + ".c")));
    }
}
