package org.latebind.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.latebind.archive.DebFile;
import org.latebind.archive.DebianArchive;
import org.latebind.archive.KernelPackages;
import org.latebind.archive.KernelPackages.Kernel;
import org.latebind.archive.PackageIndex;
import org.latebind.archive.WantedFiles;
import org.latebind.archive.WholeFile;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/** Everything that comes from the archive: kernels, headers, module sources, the guest's tools. */
final class Supplies {
    /** What the guest runs: a shell, and perl for requests that no shell can make. */
    private static final List<String> TOOL_PACKAGES = List.of("busybox-static", "perl-base", "libc6", "libcrypt1");

    /** A header that self-tests share, below the kernel's source. */
    static final String SELF_TEST_HEADERS = "tools/testing/selftests";

    private static final Pattern TOOLS =
            Pattern.compile("/bin/busybox|/usr/bin/busybox|/usr/bin/perl|/(usr/)?lib.*/(ld(-linux|64)[^/]*\\.so\\.\\d|libc\\.so\\.6|libm\\.so\\.6|libcrypt\\.so\\.1)");

    private static final String SOURCE_PACKAGE = "linux-source-";
    private static final String SOURCES = "/usr/src/";
    private static final int LARGEST_MODULE = 256 << 20;

    private final DebianArchive archive;
    private final String architecture;
    private final String sourceArchitecture;
    private final List<DemoModule> modules;
    private final Map<String, PackageIndex> indices = new LinkedHashMap<>();
    private final Map<String, PackageIndex> sourceIndices = new LinkedHashMap<>();

    /** @param sourceArchitecture whose packages of module sources are taken */
    Supplies(DebianArchive archive, String architecture, String sourceArchitecture, List<DemoModule> modules) {
        this.archive = archive;
        this.architecture = architecture;
        this.sourceArchitecture = sourceArchitecture;
        this.modules = modules;
    }

    Kernel kernel(String suite) {
        return KernelPackages.newest(index(suite), suite, architecture);
    }

    List<Path> headers(Kernel kernel) {
        return KernelPackages.fetch(archive, kernel.headers());
    }

    /** The kernel's image, taken out of its package. */
    Path image(Kernel kernel, Path folder) {
        return KernelPackages.image(archive, kernel, folder);
    }

    /** One of the kernel's own modules. */
    byte[] kernelModule(Kernel kernel, String name) {
        Predicate<String> file = path -> path.matches(".*/" + name + "\\.ko(\\.xz|\\.gz|\\.zst)?");
        return kernel.modules().stream()
                .flatMap(candidate -> WantedFiles.first(archive.fetch(candidate), file).stream())
                .findFirst()
                .map(contents -> DebFile.unpacked(name, contents, LARGEST_MODULE))
                .orElseThrow(() -> DiagnosticException.badInput(Diagnostic.error(
                        "LB9808", "no package of kernel " + kernel.release() + " holds its module '" + name + "': " + kernel.modules())));
    }

    /** Programs and libraries of the guest, by path in its file system. */
    Map<String, byte[]> tools(String suite) {
        Map<String, byte[]> result = new TreeMap<>();
        for (String name : TOOL_PACKAGES) {
            WantedFiles.of(archive.fetch(required(suite, name)), path -> TOOLS.matcher(path).matches())
                    .forEach((path, contents) -> result.put(unmerged(path), contents));
        }
        byte[] busybox = result.getOrDefault("bin/busybox", result.get("usr/bin/busybox"));
        if (busybox == null) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9808", "package busybox-static holds no busybox"));
        }
        result.put("bin/busybox", busybox);
        return result;
    }

    /**
     * The path in the guest. Programs look for their loader in {@code /lib}, which is a link on systems whose packages
     * have it in {@code /usr}.
     */
    private static String unmerged(String path) {
        return path.replaceFirst("^/(usr/(?=lib))?", "");
    }

    /** A module's unmodified source folder. */
    Path source(DemoModule module, Path folder) {
        Path own = folder.resolve(module.name());
        if (module.bundled()) {
            for (String file : DemoModule.bundledFiles()) {
                WholeFile.write(own.resolve(file), DemoModule.resource(module.source() + "/" + file).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return own;
        }
        Path[] top = {own};
        WantedFiles.of(archive.fetch(anywhere(module.source())), path -> path.startsWith(SOURCES))
                .forEach((path, contents) -> {
                    Path file = own.resolve(path.substring(SOURCES.length()));
                    WholeFile.write(file, contents);
                    top[0] = file.getFileName().toString().equals("dkms.conf") ? file.getParent() : top[0];
                });
        return top[0];
    }

    /** The self-tests of a kernel with their headers, unpacked from the kernel's source package. */
    Path kernelSource(Kernel kernel, Path folder) {
        String version = kernel.release().replaceFirst("^(\\d+\\.\\d+).*", "$1");
        PackageIndex.Package found = required(kernel.suite(), SOURCE_PACKAGE + version);
        Path own = folder.resolve(found.fileName());
        Path complete = own.resolve(".complete");
        if (Files.isRegularFile(complete)) {
            return own;
        }
        byte[] archive = WantedFiles.first(
                        this.archive.fetch(found), path -> path.matches(SOURCES + "linux-source-[0-9.]+\\.tar\\.xz"))
                .orElseThrow(() -> DiagnosticException.badInput(
                        Diagnostic.error("LB9808", "package " + found.fileName() + " holds no source archive")));
        Set<String> wanted = modules.stream().map(DemoModule::source).collect(Collectors.toSet());
        WantedFiles.ofTarXz(
                        found.fileName(),
                        archive,
                        path -> wanted.contains(inTree(path))
                                || inTree(path).matches("lib/[^/]+\\.h|" + SELF_TEST_HEADERS + "/[^/]+\\.h"))
                .forEach((path, contents) -> WholeFile.write(own.resolve(inTree(path)), contents));
        WholeFile.write(complete, new byte[0]);
        return own;
    }

    /** The path below the archive's only folder. */
    private static String inTree(String path) {
        return path.replaceFirst("^/[^/]*/", "");
    }

    private PackageIndex index(String suite) {
        Predicate<String> wanted = KernelPackages.wanted();
        return indices.computeIfAbsent(
                suite, key -> archive.index(suite,
                        architecture,
                        wanted.or(TOOL_PACKAGES::contains).or(name -> name.startsWith(SOURCE_PACKAGE))));
    }

    private PackageIndex sourceIndex(String suite) {
        Set<String> names = modules.stream().map(DemoModule::source).collect(Collectors.toSet());
        return sourceIndices.computeIfAbsent(suite, key -> archive.index(suite, sourceArchitecture, names::contains));
    }

    private PackageIndex.Package required(String suite, String name) {
        return index(suite).find(name).orElseThrow(() -> missing(name));
    }

    private PackageIndex.Package anywhere(String name) {
        PackageIndex.Package found = null;
        for (String suite : indices.keySet()) {
            found = sourceIndex(suite).find(name).orElse(found);
        }
        if (found == null) {
            throw missing(name);
        }
        return found;
    }

    private DiagnosticException missing(String name) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB9807", "none of the suites " + indices.keySet() + " of " + archive.archives() + " has package '" + name + "'"));
    }
}
