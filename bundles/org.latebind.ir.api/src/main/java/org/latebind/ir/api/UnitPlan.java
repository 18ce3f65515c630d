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
    public record SearchedFolder(String option, String folder) {
        /** Before all others, for quoted includes only. */
        public static final String QUOTED = "iquote";
        /** After those of {@code -I}; one that is given with both is searched here. */
        public static final String SYSTEM = "isystem";
        /** After all others. */
        public static final String LAST = "idirafter";

        public SearchedFolder {
            Objects.requireNonNull(folder);
            if (!List.of(QUOTED, SYSTEM, LAST).contains(option)) {
                throw new IllegalArgumentException("no such option for folders: -" + option);
            }
        }
    }

    /** The folders of one option, in order. */
    public List<String> folders(String option) {
        return otherFolders.stream().filter(each -> each.option().equals(option)).map(SearchedFolder::folder).toList();
    }
}
