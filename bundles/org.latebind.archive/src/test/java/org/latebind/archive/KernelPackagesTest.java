package org.latebind.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.diagnostics.api.DiagnosticException;

class KernelPackagesTest {
    @Test
    void aFlavorHasHeadersOfItsOwnAndSharesNone() throws IOException {
        var index = index("""
                linux-image-amd64: linux-image-6.1.0-9-amd64
                linux-image-6.1.0-9-amd64: kmod
                linux-headers-6.1.0-9-amd64: linux-headers-6.1.0-9-common, linux-kbuild-6.1
                linux-headers-6.1.0-9-common:
                linux-image-rt-amd64: linux-image-6.1.0-9-rt-amd64
                linux-image-6.1.0-9-rt-amd64: kmod
                linux-headers-6.1.0-9-rt-amd64: linux-headers-6.1.0-9-common-rt, linux-kbuild-6.1
                linux-headers-6.1.0-9-common-rt:
                linux-kbuild-6.1:
                """);
        var plain = KernelPackages.newest(index, "suite", "amd64");
        var rt = KernelPackages.newest(index, "suite", "rt-amd64");
        assertEquals("6.1.0-9-amd64", plain.release());
        assertEquals("6.1.0-9-rt-amd64", rt.release());
        assertEquals(
                List.of("linux-headers-6.1.0-9-rt-amd64", "linux-headers-6.1.0-9-common-rt", "linux-kbuild-6.1"),
                rt.headers().stream().map(PackageIndex.Package::name).toList());
    }

    @Test
    void anImageMayBeAShellAroundAnotherPackage() throws IOException {
        var index = index("""
                linux-image-amd64: linux-image-7.2-amd64
                linux-image-7.2-amd64: linux-binary-7.2-amd64, linux-modules-7.2-amd64
                linux-binary-7.2-amd64:
                linux-headers-7.2-amd64: linux-headers-7.2-common
                linux-headers-7.2-common:
                """);
        assertEquals(
                List.of("linux-image-7.2-amd64", "linux-binary-7.2-amd64"),
                KernelPackages.newest(index, "suite", "amd64").image().stream()
                        .map(PackageIndex.Package::name)
                        .toList());
    }

    @Test
    void aSuiteWithoutTheFlavorIsRefused() throws IOException {
        var index = index("linux-image-amd64: linux-image-6.1.0-9-amd64\n");
        var refused =
                assertThrows(DiagnosticException.class, () -> KernelPackages.newest(index, "suite", "cloud-amd64"));
        assertEquals("LB9807", refused.diagnostic().code());
    }

    @Test
    void aKernelWithoutAnImageIsRefused(@TempDir Path folder) {
        var archive = new DebianArchive(new AptConfiguration.Sources(List.of(), List.of()), folder,
                new Download((what, done, total) -> {}), remark -> {});
        var kernel = new KernelPackages.Kernel("suite", "6.1.0-9-amd64", List.of(), List.of(), List.of());
        var refused = assertThrows(DiagnosticException.class, () -> KernelPackages.image(archive, kernel, folder));
        assertEquals("LB9808", refused.diagnostic().code());
    }

    /** An index of lines {@code name: dependency, dependency}. */
    private static PackageIndex index(String lines) throws IOException {
        var text = new StringBuilder();
        for (var line : lines.split("\n")) {
            var parts = line.split(": ?", 2);
            text.append("Package: ").append(parts[0]).append("\nVersion: 1\nFilename: pool/").append(parts[0])
                    .append(".deb\nSHA256: 00\nSize: 1\nDepends: ").append(parts[1]).append("\n\n");
        }
        var index = new PackageIndex();
        index.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), "base", name -> true);
        return index;
    }
}
