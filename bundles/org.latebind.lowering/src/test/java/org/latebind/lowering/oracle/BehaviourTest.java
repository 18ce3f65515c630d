package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs of {@code behaviour/}, one a construct of GNU C, compiled here and linked and run on this machine, print
 * what stands in the file {@code .out} beside them; gcc's and clang's compilations of them print that, too. The
 * first lines of a program may say with which flags, and why not by one of the two:
 *
 * <pre>
 * // flags: -fms-extensions
 * // gcc: none, it has no such thing
 * // clang: -std=gnu2x
 * </pre>
 */
class BehaviourTest {
    private static final Path SOURCES = Path.of("src/test/resources/behaviour").toAbsolutePath();

    /** LLVM is loaded once a process. */
    private static CompileC compiler;

    @TempDir
    Path work;

    static Stream<String> programs() {
        try (var files = Files.list(SOURCES)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".c")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> programsOfGcc() {
        return programs().filter(p -> !says(p, "gcc").startsWith("none"));
    }

    static Stream<String> programsOfClang() {
        return programs().filter(p -> !says(p, "clang").startsWith("none"));
    }

    @BeforeAll
    static void linker() {
        boolean found = isThere("gcc")
                && Files.exists(Path.of("/usr/include/stdio.h")) && System.getProperty("os.arch").equals("amd64");
        assumeTrue(found, "SKIPPED: needs gcc, the C library's headers and an amd64 machine");
        compiler = new CompileC();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printsWhatIsExpected(String program) throws Exception {
        var object = work.resolve("a.o");
        Files.write(object, compiler.compile(SOURCES.resolve(program), compiler.settings(words(says(program, "flags")))));
        assertPrints(program, List.of("gcc", object.toString(), "-lm"));
    }

    @ParameterizedTest
    @MethodSource("programsOfGcc")
    void printsThatByGcc(String program) throws Exception {
        assertPrints(program, command("gcc", "gcc", program));
    }

    @ParameterizedTest
    @MethodSource("programsOfClang")
    void printsThatByClang(String program) throws Exception {
        assumeTrue(isThere("clang-16"), "SKIPPED: needs clang-16");
        assertPrints(program, command("clang-16", "clang", program));
    }

    private static List<String> command(String compiler, String own, String program) {
        var command = new ArrayList<>(List.of(compiler, "-O2", "-w"));
        command.addAll(words(says(program, "flags")));
        command.addAll(words(says(program, own)));
        command.addAll(List.of(SOURCES.resolve(program).toString(), "-lm"));
        return command;
    }

    private void assertPrints(String program, List<String> linking) throws IOException, InterruptedException {
        var executable = work.resolve("a.out").toString();
        var command = new ArrayList<>(linking);
        command.addAll(List.of("-o", executable));
        run(command);
        var expected = Files.readString(SOURCES.resolve(program.replace(".c", ".out")));
        assertEquals(expected, run(List.of(executable)));
    }

    /** What follows {@code // what: } in a program's first lines. */
    private static String says(String program, String what) {
        try (var lines = Files.lines(SOURCES.resolve(program))) {
            var start = "// " + what + ": ";
            return lines.takeWhile(l -> l.startsWith("//")).filter(l -> l.startsWith(start))
                    .map(l -> l.substring(start.length())).findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(w -> !w.isEmpty()).toList();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }

    /** What a program that succeeds says. */
    private String run(List<String> command) throws IOException, InterruptedException {
        var log = work.resolve("log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after a minute: " + command);
        }
        var output = Files.readString(log);
        assertEquals(0, process.exitValue(), () -> command + " said " + output);
        return output;
    }
}
