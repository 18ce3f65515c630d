package org.latebind.diagnostics.api;

import java.util.Objects;

/**
 * A file that tokens come from.
 *
 * @param path relative to the module's folder or to the kernel's source tree, with {@code /}; never
 *     a path of the machine that read it
 * @param origin whose file it is
 */
public record SourceFile(String path, Origin origin) {
    /** Text that no file holds. */
    public static final SourceFile BUILT_IN = new SourceFile("<built-in>", Origin.BUILT_IN);

    public SourceFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(origin);
    }
}
