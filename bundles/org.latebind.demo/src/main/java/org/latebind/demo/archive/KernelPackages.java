package org.latebind.demo.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.demo.archive.PackageIndex.Package;

/** The newest kernel of a suite: which packages hold its image and its headers. */
public final class KernelPackages {
    private static final String IMAGE = "linux-image-";
    private static final String HEADERS = "linux-headers-";

    /**
     * A kernel to boot.
     *
     * @param release what {@code uname -r} prints in it
     * @param image packages of which one holds {@code vmlinuz}
     * @param modules packages of which one holds the kernel's modules
     * @param headers packages that {@code latebind ingest} reads
     */
    public record Kernel(String suite, String release, List<Package> image, List<Package> modules, List<Package> headers) {
        public Kernel {
            image = List.copyOf(image);
            modules = List.copyOf(modules);
            headers = List.copyOf(headers);
        }
    }

    private KernelPackages() {}

    /** What {@link #newest} needs to see of an index. */
    public static Predicate<String> wanted() {
        return name -> name.matches("linux-(image|headers|kbuild|binary|base|modules)-.*");
    }

    /**
     * @param kind what meta packages call a kernel, which follow the newest: the architecture as package names
     *     have it, or behind a flavour ({@code amd64}, {@code rt-amd64}, {@code cloud-amd64})
     */
    public static Kernel newest(PackageIndex index, String suite, String kind) {
        Package image = only(index, suite, IMAGE + kind, IMAGE);
        String release = image.name().substring(IMAGE.length());
        Package headers =
                index.find(HEADERS + release).orElseThrow(() -> missing(suite, HEADERS + release));
        List<Package> images = new ArrayList<>(List.of(image));
        // From 6.17 on the image package is a shell; what it is made of stands in its dependencies.
        depends(index, image, "linux-binary-").ifPresent(images::add);
        List<Package> modules = new ArrayList<>(List.of(image));
        depends(index, image, "linux-modules-").ifPresent(modules::add);
        List<Package> allHeaders = new ArrayList<>(List.of(headers));
        depends(index, headers, HEADERS).ifPresent(allHeaders::add);
        depends(index, headers, "linux-kbuild-").ifPresent(allHeaders::add);
        return new Kernel(suite, release, images, modules, allHeaders);
    }

    private static Package only(PackageIndex index, String suite, String meta, String prefix) {
        Package found = index.find(meta).orElseThrow(() -> missing(suite, meta));
        return depends(index, found, prefix).orElseThrow(() -> missing(suite, prefix + "*"));
    }

    private static Optional<Package> depends(PackageIndex index, Package from, String prefix) {
        return from.depends().stream().filter(name -> name.startsWith(prefix)).findFirst().flatMap(index::find);
    }

    private static DiagnosticException missing(String suite, String name) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB9807", "suite '" + suite + "' has no package '" + name + "'")
                        .withHelp("name another suite with --suite or another mirror with --mirror"));
    }

    /** Fetches packages into the cache. */
    public static List<Path> fetch(DebianArchive archive, List<Package> packages) {
        return packages.stream().map(archive::fetch).toList();
    }
}
