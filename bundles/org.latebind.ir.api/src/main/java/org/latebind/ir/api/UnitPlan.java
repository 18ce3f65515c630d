package org.latebind.ir.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one translation unit is compiled.
 *
 * @param object the object's path without its ending, {@code core/main}
 * @param source path of the main file
 * @param includeFolders {@code -I} of the module's build, relative to its folder ({@code .} for
 *     itself); searched after the kernel's folders
 * @param macros {@code -D} and {@code -U} in order
 * @param otherFolders {@code -iquote}, {@code -isystem} and {@code -idirafter} of the module's build, relative to its
 *     folder
 * @param forcedHeaders {@code -include} of the module's build in order, after the kernel's own: a path relative to the
 *     module's folder that begins with {@code ./}, or what is searched as a quoted include
 */
public record UnitPlan(String object, String source, List<String> includeFolders, List<MacroOption> macros,
        List<SearchedFolder> otherFolders, List<String> forcedHeaders) {
    public UnitPlan {
        Objects.requireNonNull(object);
        Objects.requireNonNull(source);
        includeFolders = List.copyOf(includeFolders);
        macros = List.copyOf(macros);
        otherFolders = List.copyOf(otherFolders);
        forcedHeaders = List.copyOf(forcedHeaders);
    }

    /** A unit with plain include folders and no forced headers. */
    public UnitPlan(String object, String source, List<String> includeFolders, List<MacroOption> macros) {
        this(object, source, includeFolders, macros, List.of(), List.of());
    }

    /** {@code KBUILD_BASENAME}. */
    public String baseName() {
        return object.substring(object.lastIndexOf('/') + 1).replace('-', '_').replace(',', '_');
    }

    /** {@code -Dname=value}, or {@code -Uname} where there is no value. */
    public record MacroOption(String name, Optional<String> value) {
        public MacroOption {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    /** A folder that is searched otherwise than {@code -I}'s are. */
    public record SearchedFolder(Option option, String folder) {
        /** When a folder is searched. */
        public enum Option {
            /** Before all others, for quoted includes only: {@code -iquote}. */
            QUOTED,
            /** After those of {@code -I}, {@code -isystem}; one that is given with both is searched here. */
            SYSTEM,
            /** After all others: {@code -idirafter}. */
            LAST;

            /** The option of gcc's name, without its dash. */
            public static Option named(String option) {
                return switch (option) {
                    case "iquote" -> QUOTED;
                    case "isystem" -> SYSTEM;
                    case "idirafter" -> LAST;
                    default -> throw new IllegalArgumentException("no such option for folders: -" + option);
                };
            }
        }

        public SearchedFolder {
            Objects.requireNonNull(option);
            Objects.requireNonNull(folder);
        }
    }

    /** The folders of one option, in order. */
    public List<String> folders(SearchedFolder.Option option) {
        return otherFolders.stream().filter(each -> each.option() == option).map(SearchedFolder::folder).toList();
    }
}
