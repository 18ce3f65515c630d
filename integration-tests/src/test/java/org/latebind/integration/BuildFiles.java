package org.latebind.integration;


import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.latebind.kit.Appliance;
import org.latebind.kit.Command;
import org.latebind.kit.Needs;

/** A suite's newest kernel for amd64: its packages unpacked, of which smaller build trees are made. */
final class BuildFiles {
    private final Path sources;
    private final Path objects;

    private BuildFiles(Path sources, Path objects) {
        this.sources = sources;
        this.objects = objects;
    }

    /** Fetches and unpacks it. Where kernels cannot be had the test is skipped, as {@link RealKernels} has it. */
    static BuildFiles of(String suite, Path work) throws Exception {
        RealKernels.askedFor();
        Files.createDirectories(work);
        var folder = Path.of(Needs.found(fetched(suite, work), "the kernel of " + suite));
        for (var deb : files(folder).stream().filter(file -> file.toString().endsWith(".deb")).toList()) {
            Command.of(folder, "dpkg-deb", "-x", deb.toString(), "tree").run().done();
        }
        var trees = files(folder.resolve("tree/usr/src")).stream()
                .filter(path -> path.getFileName().toString().startsWith("linux-headers-")).toList();
        return new BuildFiles(one(trees, name -> name.endsWith("-common")), one(trees, name -> !name.endsWith("-common")));
    }

    private static Optional<String> fetched(String suite, Path work) throws Exception {
        var latebind = Appliance.shared();
        var fetched = latebind.run("fetch", "--suite", suite, "--arch", "amd64", "-o", work);
        if (fetched.status() != 0) {
            System.err.print(fetched);
            return Optional.empty();
        }
        return Optional.of(fetched.out().strip());
    }

    private static Path one(List<Path> trees, Predicate<String> wanted) {
        return trees.stream().filter(tree -> wanted.test(tree.getFileName().toString())).findFirst().orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /**
     * One build tree of both: all that says how modules are compiled, and some of the headers.
     *
     * @param wanted header folders by their paths in the tree
     */
    Path tree(Path to, Predicate<String> wanted) throws IOException {
        Predicate<String> all = path -> path.matches("scripts/(Makefile.*|[^/]*\\.include)")
                || path.equals("Makefile") || path.matches("arch/x86/Makefile[^/]*") || isHeader(path) && wanted.test(path);
        copy(sources, to, all);
        copy(objects, to, path -> all.test(path) && !path.equals("Makefile") || path.endsWith("/module.lds")
                || path.equals(".config") || path.equals("include/config/auto.conf") || path.equals("Module.symvers")
                || path.matches("include/generated/(autoconf|utsrelease|asm-offsets|package)\\.h"));
        return to;
    }

    private static boolean isHeader(String path) {
        return path.startsWith("include/") || path.startsWith("arch/x86/include/");
    }

    private static void copy(Path from, Path to, Predicate<String> wanted) throws IOException {
        var found = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(from, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            all.filter(Files::isRegularFile).filter(file -> wanted.test(from.relativize(file).toString())).forEach(found::add);
        }
        for (var file : found) {
            var copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
