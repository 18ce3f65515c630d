package org.latebind.headers.api;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Files of one or more packages, or of a folder, as one read-only tree.
 *
 * <p>Paths are absolute in the tree, with {@code /} and without {@code .} and {@code ..}: a package's
 * files stand where the package would install them. Symbolic links are followed inside the tree only.
 */
@ConsumerType
public interface FileTree {
    /** Folders to look in for a kernel's build tree, best first; {@code /usr/src/linux-headers-...}. */
    List<String> candidates();

    /** Names in a folder, links included; empty where there is no such folder. */
    SortedSet<String> list(String folder);

    boolean isFolder(String path);

    boolean isFile(String path);

    /** Whether the last step of the path is itself a symbolic link. */
    boolean isLink(String path);

    /** A file's bytes; empty where there is no such file. */
    Optional<byte[]> read(String path);

    /** The packages that the files belong to, where known. */
    List<KernelIdentity.PackageVersion> packages();
}
