package org.latebind.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.latebind.archive.PackageIndex.Package;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

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
    public record Kernel(
            String suite, String release, List<Package> image, List<Package> modules, List<Package> headers) {
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
     *     have it, or behind a flavor ({@code amd64}, {@code rt-amd64}, {@code cloud-amd64})
     */
    public static Kernel newest(PackageIndex index, String suite, String kind) {
        var image = only(index, suite, IMAGE + kind, IMAGE);
        var release = image.name().substring(IMAGE.length());
        var headers =
                index.find(HEADERS + release).orElseThrow(() -> missing(suite, HEADERS + release));
        var images = new ArrayList<Package>(List.of(image));
        // From 6.17 on the image package is a shell; what it is made of stands in its dependencies.
        depends(index, image, "linux-binary-").ifPresent(images::add);
        var modules = new ArrayList<Package>(List.of(image));
        depends(index, image, "linux-modules-").ifPresent(modules::add);
        var allHeaders = new ArrayList<Package>(List.of(headers));
        depends(index, headers, HEADERS).ifPresent(allHeaders::add);
        depends(index, headers, "linux-kbuild-").ifPresent(allHeaders::add);
        return new Kernel(suite, release, images, modules, allHeaders);
    }

    private static Package only(PackageIndex index, String suite, String meta, String prefix) {
        var found = index.find(meta).orElseThrow(() -> missing(suite, meta));
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

    /**
     * The newest kernel of a suite.
     *
     * @param flavor empty for the plain one
     */
    public static Kernel newest(DebianArchive archive, String suite, String architecture, String flavor) {
        var kind = flavor.isEmpty() ? architecture : flavor + "-" + architecture;
        return newest(archive.index(suite, architecture, wanted()), suite, kind);
    }

    /** The kernel's image, taken out of its package into a folder. */
    public static Path image(DebianArchive archive, Kernel kernel, Path folder) {
        var to = folder.resolve("vmlinuz-" + kernel.release());
        if (Files.isRegularFile(to)) {
            return to;
        }
        for (var candidate : kernel.image()) {
            var found = WantedFiles.first(archive.fetch(candidate), path -> path.matches(".*/vmlinu[xz][^/]*"));
            if (found.isPresent()) {
                WholeFile.write(to, found.get());
                return to;
            }
        }
        throw DiagnosticException.badInput(Diagnostic.error(
                "LB9808", "no package of kernel " + kernel.release() + " has its image: " + kernel.image()));
    }

    /** Fetches packages into the cache. */
    public static List<Path> fetch(DebianArchive archive, List<Package> packages) {
        return packages.stream().map(archive::fetch).toList();
    }
}
