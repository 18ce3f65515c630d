package org.latebind.headers.kbuild;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.IncludePath;
import org.latebind.make.ShellWords;

/**
 * What kbuild passes to the compiler for a C file of an external module: {@code c_flags} of {@code
 * scripts/Makefile.lib}, evaluated over the top Makefile as {@code make M=... modules} reads it.
 *
 * @param flags those that are about neither includes, definitions nor names of the module
 * @param includePath what {@code -I}, {@code -include} and {@code -D} say
 */
record KbuildFlags(List<String> flags, IncludePath includePath) {
    /** Stand for the two trees in paths; no Makefile uses these names. */
    private static final String SOURCE = "@source@";
    private static final String OBJECT = "@object@";

    /** Has the preprocessor write what a file depends on. */
    private static final Pattern DEPENDENCIES = Pattern.compile("-Wp,-MM?D,[^,]*");

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
        makefiles.read(SOURCE + "/scripts/Makefile.lib");
        makefiles.missing().stream().map(KbuildFlags::inTree).filter(path -> !MAY_BE_MISSING.contains(path)).findFirst()
                .ifPresent(path -> {
                    throw DiagnosticException.badInput(Diagnostic.error("LB5004",
                                    path + " of the kernel is not here: cannot determine the compiler flags without it")
                            .withHelp("give the packages or folders with the kernel's Makefiles too (linux-headers-...-common, linux-kbuild-...)"));
                });
        return sorted(ShellWords.split(makefiles.expand("$(c_flags)")));
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
            variables.fix(name, SOURCE);
        }
        for (var name : List.of("objtree", "abs_objtree", "abs_output", "CURDIR")) {
            variables.fix(name, OBJECT);
        }
        variables.fix("SRCARCH", kernelArchitecture);
        variables.set("ARCH", kernelArchitecture);
        variables.fix("KBUILD_EXTMOD", "module");
        variables.fix("MAKECMDGOALS", "modules");
        variables.fix("part-of-module", "y");
        variables.fix("is-kernel-object", "y");
        variables.set("CC", "gcc");
        variables.set("comma", ",");
    }

    /** A path in either tree without the tree. */
    static String inTree(String path) {
        for (var tree : List.of(SOURCE, OBJECT)) {
            if (path.startsWith(tree + "/")) {
                return path.substring(tree.length() + 1);
            }
        }
        return path;
    }

    private static KbuildFlags sorted(List<String> words) {
        var flags = new ArrayList<String>();
        var folders = new LinkedHashSet<String>();
        var systemFolders = new LinkedHashSet<String>();
        var forced = new ArrayList<String>();
        var definitions = new ArrayList<IncludePath.Definition>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("-include") && i + 1 < words.size()) {
                forced.add(inTree(words.get(++i)));
            } else if (word.equals("-isystem") && i + 1 < words.size()) {
                systemFolders.add(words.get(++i));
            } else if (word.startsWith("-I") && word.length() > 2) {
                folders.add(inTree(word.substring(2)).replaceFirst("^\\./", ""));
            } else if (word.startsWith("-D")) {
                definition(word.substring(2)).ifPresent(definitions::add);
            } else if (!DEPENDENCIES.matcher(word).matches() && !word.startsWith("-fmacro-prefix-map=")) {
                flags.add(word);
            }
        }
        folders.addAll(systemFolders);
        return new KbuildFlags(List.copyOf(flags), new IncludePath(List.copyOf(folders), forced, definitions));
    }

    /** Definitions that name the module are the link's. */
    private static Optional<IncludePath.Definition> definition(String text) {
        if (text.startsWith("KBUILD_") || text.startsWith("__KBUILD_")) {
            return Optional.empty();
        }
        int equals = text.indexOf('=');
        return Optional.of(equals < 0
                ? new IncludePath.Definition(text, "1")
                : new IncludePath.Definition(text.substring(0, equals), text.substring(equals + 1)));
    }
}
