package org.latebind.headers.api;

import java.util.List;
import java.util.Objects;

/**
 * How kbuild has the compiler find headers: the order of {@code LINUXINCLUDE} and {@code
 * USERINCLUDE} in the kernel's top Makefile.
 *
 * @param directories kernel slots in search order, relative to the source tree, without a trailing
 *     slash; a module's own {@code -I} folders come after them
 * @param forcedHeaders paths of headers included before the main file, in order
 * @param definitions macros that kbuild defines on the command line for every module ({@code
 *     __KERNEL__}, {@code MODULE} ...); those that name the module ({@code KBUILD_MODNAME} ...) are
 *     the link's
 */
public record IncludePath(List<String> directories, List<String> forcedHeaders, List<Definition> definitions) {

    /** {@code -Dname=value}. */
    public record Definition(String name, String value) {
        public Definition {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    public IncludePath {
        directories = List.copyOf(directories);
        forcedHeaders = List.copyOf(forcedHeaders);
        definitions = List.copyOf(definitions);
    }
}
