package org.latebind.headers.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which kernel header data is for.
 *
 * @param release {@code UTS_RELEASE}, what {@code uname -r} prints
 * @param flavor the part of the release that names the build's flavor; empty where it has none
 * @param kernelArchitecture the kernel's own name of the architecture, its folder under {@code arch/}
 * @param target the name of the target description that serves this architecture
 * @param packages the packages with this kernel's headers, sorted by name, the same whether they were
 *     read as packages or unpacked; empty for a bare tree
 * @param packageId {@code LINUX_PACKAGE_ID}, the distribution's build of this release, where known
 * @param compiler the compiler that built the kernel, as its config tells; empty where unknown
 * @param buildId hexadecimal GNU build-id of the image, where known
 * @param btfDigest hexadecimal SHA-256 of the kernel's BTF, where known
 */
public record KernelIdentity(
        String release,
        String flavor,
        String kernelArchitecture,
        String target,
        List<PackageVersion> packages,
        Optional<String> packageId,
        String compiler,
        Optional<String> buildId,
        Optional<String> btfDigest) {

    /** A distribution's package that header data was made from. */
    public record PackageVersion(String name, String version)
            implements Comparable<PackageVersion> {
        public PackageVersion {
            Objects.requireNonNull(name);
            Objects.requireNonNull(version);
        }

        @Override
        public int compareTo(PackageVersion other) {
            return name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return name + " " + version;
        }
    }

    public KernelIdentity {
        Objects.requireNonNull(release);
        Objects.requireNonNull(flavor);
        Objects.requireNonNull(kernelArchitecture);
        Objects.requireNonNull(target);
        packages = packages.stream().sorted().toList();
        Objects.requireNonNull(packageId);
        Objects.requireNonNull(compiler);
        Objects.requireNonNull(buildId);
        Objects.requireNonNull(btfDigest);
    }
}
