package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.latebind.kit.Distribution;
import org.latebind.kit.Needs;

/**
 * One run of {@code latebind demo} for all tests that want real kernels and what was linked for them.
 *
 * <p>Where kernels cannot be fetched or emulated these tests are skipped and say so; with
 * {@code LATEBIND_KERNELS=skip} in the environment nothing is tried.
 */
final class RealKernels {
    private static final Path FOLDER = Distribution.ROOT.resolve("integration-tests/target/demo");
    private static final Path OUTPUT = FOLDER.resolveSibling("demo.txt");
    private static final long LONGEST_MINUTES = 45;
    private static final String WISH = System.getenv().getOrDefault("LATEBIND_KERNELS", "");

    /** What {@code demo} gave: its exit status, and the table on its standard output. */
    record Demo(int status, List<String> table) {}

    /** A kernel that was tried: its header data, its image, and the folder of the modules linked for it. */
    record Kernel(String release, Path headerData, Path image, Path modules) {}

    private static final FutureTask<Demo> ONCE = new FutureTask<>(RealKernels::run);

    private RealKernels() {}

    /** Runs the demonstration, the first time. */
    static Demo demo() throws InterruptedException, ExecutionException {
        askedFor();
        ONCE.run();
        Demo demo = ONCE.get();
        if (demo.status() == 2) {
            Needs.that(false, "kernels that can be fetched and emulated; what is missing is above");
        }
        return demo;
    }

    /** Skips a test where nothing is to be tried. */
    static void askedFor() {
        Needs.asked(!WISH.equals("skip"), "LATEBIND_KERNELS=skip");
    }

    /** The kernels that modules were linked for, oldest first. */
    static List<Kernel> kernels() throws Exception {
        assertEquals(0, demo().status(), "the demonstration failed");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".khd"))
                    .map(name -> name.substring(0, name.length() - ".khd".length()))
                    .map(RealKernels::kernel)
                    .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                    .toList();
        }
    }

    /** A module that was compiled once for all of them. */
    static Path deferredModule(String name) {
        return FOLDER.resolve(name + ".dko");
    }

    private static Kernel kernel(String release) {
        return new Kernel(
                release, FOLDER.resolve(release + ".khd"), FOLDER.resolve("vmlinuz-" + release), FOLDER.resolve(release));
    }

    private static int rank(Kernel kernel) {
        String[] parts = kernel.release().split("[^0-9]+");
        return Integer.parseInt(parts[0]) * 1000 + Integer.parseInt(parts[1]);
    }

    private static Demo run() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var command = new ArrayList<>(List.of("sh", Distribution.ROOT.resolve("latebind").toString()));
        command.addAll(List.of("demo", "--output", FOLDER.toString()));
        var builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(OUTPUT.toFile());
        builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new AssertionError("the demonstration did not end in " + LONGEST_MINUTES + " minutes");
        }
        List<String> table = Files.readAllLines(OUTPUT);
        table.forEach(System.err::println);
        return new Demo(process.exitValue(), table);
    }
}
