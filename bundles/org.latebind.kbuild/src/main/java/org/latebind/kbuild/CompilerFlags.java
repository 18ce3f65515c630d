package org.latebind.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The compiler's command line for a C file ({@code c_flags} of {@code scripts/Makefile.lib}) by what its words are
 * about. Each list has the command line's order.
 *
 * @param folders {@code -I}
 * @param systemFolders {@code -isystem}
 * @param forced {@code -include}
 * @param macros {@code -D} and {@code -U}; those by which kbuild names the module are in {@code names}
 * @param names {@code -DKBUILD_MODNAME} and its like
 * @param others all other flags, those left out that are about files that the compiler writes
 */
public record CompilerFlags(List<String> folders, List<String> systemFolders, List<String> forced, List<Macro> macros,
        List<Macro> names, List<String> others) {
    /** Has the preprocessor write what a file depends on. */
    private static final Pattern DEPENDENCIES = Pattern.compile("-Wp,-MM?D,[^,]*");

    /** {@code -Dname=value}, or {@code -Uname} where there is no value. */
    public record Macro(String name, Optional<String> value) {
        public Macro {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }

        private static Macro defined(String text) {
            int equals = text.indexOf('=');
            return equals < 0 ? new Macro(text, Optional.of("1"))
                    : new Macro(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
        }

        private boolean namesModule() {
            return name.startsWith("KBUILD_") || name.startsWith("__KBUILD_");
        }
    }

    public CompilerFlags {
        folders = List.copyOf(folders);
        systemFolders = List.copyOf(systemFolders);
        forced = List.copyOf(forced);
        macros = List.copyOf(macros);
        names = List.copyOf(names);
        others = List.copyOf(others);
    }

    /** @param words as a shell has split them */
    public static CompilerFlags parse(List<String> words) {
        var folders = new ArrayList<String>();
        var systemFolders = new ArrayList<String>();
        var forced = new ArrayList<String>();
        var macros = new ArrayList<Macro>();
        var others = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean takesNext = TAKE_A_WORD.contains(word) && i + 1 < words.size();
            var text = takesNext ? words.get(++i) : "";
            if (takesNext) {
                switch (word) {
                    case "-include" -> forced.add(text);
                    case "-isystem" -> systemFolders.add(text);
                    case "-I" -> folders.add(text);
                    case "-D" -> macros.add(Macro.defined(text));
                    default -> macros.add(new Macro(text, Optional.empty()));
                }
            } else if (word.startsWith("-I") && word.length() > 2) {
                folders.add(word.substring(2));
            } else if (word.startsWith("-D") && word.length() > 2) {
                macros.add(Macro.defined(word.substring(2)));
            } else if (word.startsWith("-U") && word.length() > 2) {
                macros.add(new Macro(word.substring(2), Optional.empty()));
            } else if (!DEPENDENCIES.matcher(word).matches() && !word.startsWith("-fmacro-prefix-map=")) {
                others.add(word);
            }
        }
        return new CompilerFlags(folders, systemFolders, forced,
                macros.stream().filter(macro -> !macro.namesModule()).toList(),
                macros.stream().filter(Macro::namesModule).toList(), others);
    }

    private static final List<String> TAKE_A_WORD = List.of("-include", "-isystem", "-I", "-D", "-U");
}
