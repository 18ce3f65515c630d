package org.latebind.headers.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.KernelIdentity.PackageVersion;

class PackagesTest {
    private static final String NAME = "linux-headers-6.1.0-9-amd64";

    /** Packages of which only the names count. */
    private record Given(List<PackageVersion> packages) implements FileTree {
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
    }

    private static List<PackageVersion> of(String given) {
        var files = new Given(List.of(new PackageVersion(NAME, given)));
        var tree = new BuildTree(files, "/usr/src/" + NAME, "/usr/src/" + NAME, "x86");
        return Packages.of(tree, Optional.of("Debian 6.1.27-1"));
    }

    @Test
    void aPackageOfAnotherVersionIsRefused() {
        assertEquals(List.of(new PackageVersion(NAME, "6.1.27-1")), of("6.1.27-1"));
        var refused = assertThrows(DiagnosticException.class, () -> of("6.1.38-1"));
        assertEquals("LB5009", refused.diagnostic().code());
    }
}
