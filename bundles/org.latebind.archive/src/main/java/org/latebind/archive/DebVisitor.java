package org.latebind.archive;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes what is in a package, in the package's order. A path is where the package would install what it names,
 * {@code /usr/src/x}.
 */
@ConsumerType
public interface DebVisitor {
    default void folder(String path) {}

    /** @param target as the link has it, absolute or relative; the path of the file, where it is a hard link */
    default void link(String path, String target) {}

    /** Whether the contents of a file are asked for. */
    default boolean wants(String path) {
        return true;
    }

    void file(String path, byte[] content);

    /** Whether the rest of the package, which may be most of it, need not be unpacked. */
    default boolean isDone() {
        return false;
    }
}
