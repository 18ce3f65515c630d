package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.kit.Command;
import org.latebind.kit.Golden;
import org.latebind.kit.Needs;

/**
 * Programs of {@code behavior/}, one a construct of GNU C, compiled by {@code cc} and linked and run on this machine,
 * print what is in the file {@code .out} beside them; gcc's and clang's compilations of them print that, too. The
 * first lines of a program may give flags, and why one of the two is not asked:
 *
 * <pre>
 * // flags: -fms-extensions
 * // gcc: none, it has no such thing
 * // clang: -std=gnu2x
 * </pre>
 */
class BehaviorTest {
    private static final Path SOURCES = Path.of("src/test/resources/behavior").toAbsolutePath();
    private static final long SECONDS = 60;

    @TempDir
    Path work;

    static Stream<String> programs() {
        return Golden.inputs(SOURCES).stream().map(file -> file.getFileName().toString());
    }

    static Stream<String> programsOfGcc() {
        return programs().filter(p -> !header(p, "gcc").startsWith("none"));
    }

    static Stream<String> programsOfClang() {
        return programs().filter(p -> !header(p, "clang").startsWith("none"));
    }

    @BeforeAll
    static void linker() {
        Needs.hostedC();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printsWhatIsExpected(String program) throws Exception {
        var object = work.resolve("a.o");
        Latebind.compile(SOURCES.resolve(program), object, words(header(program, "flags")));
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
        Needs.programs("clang-16");
        assertPrints(program, command("clang-16", "clang", program));
    }

    private static List<String> command(String compiler, String own, String program) {
        var command = new ArrayList<>(List.of(compiler, "-O2", "-w"));
        command.addAll(words(header(program, "flags")));
        command.addAll(words(header(program, own)));
        command.addAll(List.of(SOURCES.resolve(program).toString(), "-lm"));
        return command;
    }

    private void assertPrints(String program, List<String> linking) throws Exception {
        var executable = work.resolve("a.out").toString();
        var command = new ArrayList<>(linking);
        command.addAll(List.of("-o", executable));
        Command.of(work, command).within(SECONDS).run().done();
        var expected = Files.readString(Golden.beside(SOURCES.resolve(program), ".out"));
        assertEquals(expected, Command.of(work, executable).within(SECONDS).run().done());
    }

    /** What follows {@code // what: } in a program's first lines. */
    private static String header(String program, String what) {
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
}
