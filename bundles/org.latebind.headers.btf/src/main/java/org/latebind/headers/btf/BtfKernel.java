package org.latebind.headers.btf;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.latebind.btf.Btf;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.KernelIdentity.PackageVersion;
import org.latebind.target.api.TargetDescription;

/**
 * A kernel of which there is BTF and nothing else; a tree without files.
 *
 * @param architecture what the image is for
 */
record BtfKernel(Btf btf, String release, TargetDescription architecture) implements FileTree {
    @Override
    public List<String> candidates() {
        return List.of();
    }

    @Override
    public SortedSet<String> list(String folder) {
        return Collections.emptySortedSet();
    }

    @Override
    public boolean isFolder(String path) {
        return false;
    }

    @Override
    public boolean isFile(String path) {
        return false;
    }

    @Override
    public boolean isLink(String path) {
        return false;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.empty();
    }

    @Override
    public List<PackageVersion> packages() {
        return List.of();
    }
}
