package org.latebind.kbuild;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.SearchedFolder;
import org.latebind.ir.api.UnitPlan.SearchedFolder;
import org.latebind.ir.api.UnitPlan.SearchedFolder.Option;
import org.latebind.make.ShellWords;

/**
 * The flags of one object, compared with those of an object that asks for nothing: what is different must be
 * understood, or is refused.
 */
final class ObjectFlags {
    /** Variables in which a module's makefile may have set a flag, the likeliest first. */
    private static final List<String> VARIABLES = List.of("ccflags-y", "ccflags-m", "EXTRA_CFLAGS", "subdir-ccflags-y",
            "NOSTDINC_FLAGS", "KBUILD_CPPFLAGS", "KBUILD_CFLAGS", "KBUILD_CFLAGS_MODULE", "CFLAGS_MODULE",
            "LINUXINCLUDE", "ccflags-remove-y", "KCFLAGS", "KCPPFLAGS");
    /** Warnings, optimization and debugging do not change what a source means. */
    private static final Pattern HARMLESS =
            Pattern.compile("-W(?![alp],).*|-w|-O[0-3s]?|-g[0-9]?|-ggdb[0-9]?|-pipe|-std=gnu(89|99|11|17)|-v|-H|-Q"
                    + "|-f(no-)?tree-[a-z-]+");
    /** Changes a macro; what the library's functions do, which the kernel has by their names, is the same. */
    private static final String FREESTANDING = "-ffreestanding";
    private static final Pattern NAMED = Pattern.compile("-([fm])(no-)?([^=]+).*");

    private final KbuildFolder folder;
    private final BuildMachine machine;
    private final CompilerFlags usual;
    private final String object;

    ObjectFlags(KbuildFolder folder, BuildMachine machine, CompilerFlags usual, String object) {
        this.folder = folder;
        this.machine = machine;
        this.usual = usual;
        this.object = object;
    }

    UnitPlan unit(String path, String source, CompilerFlags flags) {
        others(flags.others());
        var forced = added("-include", usual.forced(), flags.forced()).stream().map(this::forced).toList();
        var system = new ArrayList<SearchedFolder>();
        for (var each : added("-isystem", usual.systemFolders(), flags.systemFolders())) {
            own(each).ifPresent(own -> system.add(new SearchedFolder(SearchedFolder.Option.SYSTEM, own)));
        }
        return new UnitPlan(path, source, folders(flags.folders()), macros(flags.macros()), system, forced);
    }

    /** What a list has behind the usual elements, which must be its first. */
    private List<String> added(String option, List<String> usual, List<String> all) {
        if (all.size() < usual.size() || !all.subList(0, usual.size()).equals(usual)) {
            throw refused(option + "' before the kernel's own");
        }
        return all.subList(usual.size(), all.size());
    }

    /** A header that is included before the unit: gcc looks in the folder in which it runs, then as for an include. */
    private String forced(String text) {
        var path = folder.path(text);
        var own = machine.inPackage(path);
        return switch (machine.presence(path)) {
            case FILE -> own.map(relative -> "./" + relative).orElseThrow(() -> refused("-include " + text));
            case ABSENT, UNKNOWN, FOLDER -> text;
        };
    }

    private void others(List<String> flags) {
        var missing = new ArrayList<>(usual.others());
        flags.forEach(missing::remove);
        missing.stream().filter(flag -> !HARMLESS.matcher(flag).matches()).findFirst().ifPresent(flag -> {
            throw removed(flag);
        });
        var more = new ArrayList<>(flags);
        usual.others().forEach(more::remove);
        more.stream().filter(flag -> !HARMLESS.matcher(flag).matches() && !repeats(flag)
                && !flag.equals(FREESTANDING)).findFirst().ifPresent(flag -> {
            throw refused(flag);
        });
    }

    /** Whether the kernel's own flags have this one, and no later one of theirs takes it back. */
    private boolean repeats(String flag) {
        return usual.others().stream().filter(other -> isOf(other, flag)).reduce((first, second) -> second)
                .filter(other -> sameSize(other).equals(sameSize(flag))).isPresent();
    }

    /** {@code -fno-pie} says what {@code -fno-PIE} does. */
    private static String sameSize(String flag) {
        return flag.equals("-fno-pie") ? "-fno-PIE" : flag.equals("-fno-pic") ? "-fno-PIC" : flag;
    }

    private static boolean isOf(String one, String other) {
        var a = NAMED.matcher(sameSize(one));
        var b = NAMED.matcher(sameSize(other));
        return one.equals(other) || a.matches() && b.matches() && a.group(1).equals(b.group(1))
                && a.group(3).equals(b.group(3));
    }

    private List<String> folders(List<String> all) {
        int at = Collections.indexOfSubList(all, usual.folders());
        if (at < 0) {
            throw refused("-I" + all.stream().filter(f -> !usual.folders().contains(f)).findFirst().orElse(""));
        }
        var before = all.subList(0, at);
        if (!before.isEmpty()) {
            throw refused("-I" + before.getFirst() + "' before the kernel's own folders");
        }
        var result = new ArrayList<String>();
        for (var each : all.subList(at + usual.folders().size(), all.size())) {
            own(each).filter(path -> !result.contains(path)).ifPresent(result::add);
        }
        return result;
    }

    /** A folder of the package, relative to it; empty where a folder has no effect. */
    private Optional<String> own(String text) {
        var path = folder.path(text);
        var own = machine.inPackage(path);
        if (own.isPresent() || usual.folders().stream().anyMatch(usualOne -> folder.path(usualOne).equals(path))) {
            return own;
        }
        if (machine.presence(path) == BuildMachine.Presence.ABSENT) {
            return Optional.empty();
        }
        throw refused("-I" + text);
    }

    private List<UnitPlan.MacroOption> macros(List<CompilerFlags.Macro> all) {
        // The kernel's stand around the module's own, in their order: -D__KERNEL__ before, -DMODULE behind.
        var own = new ArrayList<CompilerFlags.Macro>();
        int kernels = 0;
        for (var macro : all) {
            if (kernels < usual.macros().size() && usual.macros().get(kernels).equals(macro)) {
                kernels++;
            } else {
                own.add(macro);
            }
        }
        if (kernels < usual.macros().size()) {
            throw refused("-U of a macro of the kernel's");
        }
        return own.stream().map(macro -> new UnitPlan.MacroOption(macro.name(), macro.value())).toList();
    }

    private DiagnosticException removed(String flag) {
        return DiagnosticException.refused(Diagnostic.error("LB1232", place(flag),
                "the kernel's compiler flag '" + flag + "' is not given to '" + object + ".o', which is not supported"));
    }

    private DiagnosticException refused(String flag) {
        return DiagnosticException.refused(Diagnostic.error("LB1232", place(flag.split(" ")[0]),
                "the compiler flag '" + flag + "' of '" + object + ".o' is not supported"));
    }

    /** Where a makefile of the module's says so. */
    private Position place(String flag) {
        var name = object.substring(object.lastIndexOf('/') + 1);
        var variables = new ArrayList<>(List.of("CFLAGS_" + object + ".o", "CFLAGS_" + name + ".o",
                "CFLAGS_REMOVE_" + object + ".o", "CFLAGS_REMOVE_" + name + ".o"));
        variables.addAll(VARIABLES);
        return variables.stream().filter(variable -> ShellWords.split(
                        folder.evaluator().value(variable).known().orElse("")).contains(flag))
                .map(folder::place).findFirst().orElse(folder.place("ccflags-y"));
    }
}
