package org.latebind.headers.api;

import java.util.Objects;

/**
 * The files that a kernel's headers came in, opened, and what must be known of them before they can be
 * interpreted.
 *
 * @param architecture the folder below {@code arch/} that the kernel was built from
 * @param interpreter who found the kernel in the tree, and can make header data of it
 */
public record KernelFiles(FileTree tree, String architecture, HeaderInterpreter interpreter) {
    public KernelFiles {
        Objects.requireNonNull(interpreter);
        Objects.requireNonNull(tree);
        Objects.requireNonNull(architecture);
    }
}
