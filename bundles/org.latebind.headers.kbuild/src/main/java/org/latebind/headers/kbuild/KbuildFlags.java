package org.latebind.headers.kbuild;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.IncludePath;
import org.latebind.headers.api.Kbuild;
import org.latebind.kbuild.CompilerFlags;
import org.latebind.make.ShellWords;

/**
 * What kbuild passes to the compiler for a C file of an external module: {@code c_flags} of {@code
 * scripts/Makefile.lib}, evaluated over the top Makefile as {@code make M=... modules} reads it.
 *
 * @param flags those that are about neither includes, definitions nor names of the module
 * @param includePath what {@code -I}, {@code -include} and {@code -D} say
 * @param exports what the top Makefile exports, by name
 */
record KbuildFlags(List<String> flags, IncludePath includePath, SortedMap<String, String> exports) {
    /** What Makefiles include and flags do not hang on: the config's symbols are given. */
    private static final Set<String> MAY_BE_MISSING = Set.of("include/config/auto.conf");

    /**
     * Evaluates the Makefiles.
     *
     * @param kernelArchitecture the folder under {@code arch/}
     * @param config with {@code CONFIG_}, strings without quotes
     * @param files text of a file by its path in the source or object tree
     * @throws DiagnosticException where one that is included is not there: its flags would be missed
     */
    static KbuildFlags evaluate(
            String kernelArchitecture, SortedMap<String, String> config, Function<String, Optional<String>> files) {
        var makefiles = new KernelMakefiles(path -> files.apply(inTree(path)));
        presets(kernelArchitecture, makefiles);
        config.forEach(makefiles::fix);
        makefiles.read("Makefile");
        var exports = makefiles.exports();
        makefiles.read(Kbuild.SOURCE + "/scripts/Makefile.lib");
        makefiles.missing().stream().map(KbuildFlags::inTree).filter(path -> !MAY_BE_MISSING.contains(path)).findFirst()
                .ifPresent(path -> {
                    throw DiagnosticException.badInput(Diagnostic.error("LB5004",
                                    path + " of the kernel is not here: cannot determine the compiler flags without it")
                            .withHelp("give the packages or folders with the kernel's Makefiles too (linux-headers-...-common, linux-kbuild-...)"));
                });
        return of(CompilerFlags.parse(ShellWords.split(makefiles.expand("$(c_flags)"))), exports);
    }

    /** What a run of make has found out by itself before it gets to flags. */
    private static void presets(String kernelArchitecture, KernelMakefiles variables) {
        variables.fix("sub_make_done", "1");
        variables.fix("need-sub-make", "");
        variables.fix("mixed-build", "");
        variables.fix("need-config", "1");
        variables.fix("may-sync-config", "");
        variables.fix("building_out_of_srctree", "1");
        for (var name : List.of("srctree", "abs_srctree", "srcroot")) {
            variables.fix(name, Kbuild.SOURCE);
        }
        for (var name : List.of("objtree", "abs_objtree", "abs_output", "CURDIR")) {
            variables.fix(name, Kbuild.OBJECT);
        }
        variables.fix("SRCARCH", kernelArchitecture);
        variables.set("ARCH", kernelArchitecture);
        variables.fix("KBUILD_EXTMOD", Kbuild.MODULE);
        variables.fix("MAKECMDGOALS", "modules");
        variables.fix("part-of-module", "y");
        variables.fix("is-kernel-object", "y");
        variables.set("CC", "gcc");
        variables.set("comma", ",");
    }

    /** A path in either tree without the tree. */
    static String inTree(String path) {
        for (var tree : List.of(Kbuild.SOURCE, Kbuild.OBJECT)) {
            if (path.startsWith(tree + "/")) {
                return path.substring(tree.length() + 1);
            }
        }
        return path;
    }

    private static KbuildFlags of(CompilerFlags command, SortedMap<String, String> exports) {
        var folders = new LinkedHashSet<String>();
        command.folders().forEach(folder -> folders.add(inTree(folder).replaceFirst("^\\./", "")));
        folders.addAll(command.systemFolders());
        var definitions = command.macros().stream().flatMap(macro -> macro.value().stream()
                .map(value -> new IncludePath.Definition(macro.name(), value))).toList();
        return new KbuildFlags(command.others(), new IncludePath(List.copyOf(folders),
                command.forced().stream().map(KbuildFlags::inTree).toList(), definitions), exports);
    }
}
