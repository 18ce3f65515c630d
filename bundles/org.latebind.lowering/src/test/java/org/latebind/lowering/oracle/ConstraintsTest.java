package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What C11's "Constraints" paragraphs forbid is reported: {@code constraints/} has a file for each clause, one
 * violation a line, and beside it what is said of them. {@code -Dlatebind.bless=true} writes that anew.
 *
 * <p>clang is asked, too: each line where {@code -std=gnu11 -pedantic-errors} has an error is one of ours, and no line
 * of ours is one of which clang says nothing at all.
 */
class ConstraintsTest {
    private static final Path SOURCES = Path.of("src/test/resources/constraints").toAbsolutePath();
    private static final boolean BLESS = Boolean.getBoolean("latebind.bless");
    private static final CompileC COMPILER = new CompileC();

    @TempDir
    Path work;

    static Stream<String> clauses() {
        try (var files = Files.list(SOURCES)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".c")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void violationsAreReported(String clause) throws IOException {
        var said = said(clause);
        assertFalse(said.isEmpty(), "nothing is reported");
        var golden = SOURCES.resolve(clause.replaceFirst("\\.c$", ".err"));
        if (BLESS) {
            Files.writeString(golden, said);
        }
        assertEquals(Files.readString(golden), said);
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void clangReportsTheSameLines(String clause) throws Exception {
        assumeTrue(isThere("clang-16"), "SKIPPED: needs clang-16");
        var ours = lines(clause, said(clause), "error|warning");
        var required = lines(clause, clang(clause, "-pedantic-errors", "-Wno-everything"), "fatal error|error");
        var unreported = new TreeSet<>(required);
        unreported.removeAll(ours);
        assertEquals(new TreeSet<Integer>(), unreported, "lines of which only clang complains");
        var unfounded = new TreeSet<>(ours);
        unfounded.removeAll(lines(clause, clang(clause, "-pedantic", "-Wall", "-Wextra"), "fatal error|error|warning"));
        assertEquals(new TreeSet<Integer>(), unfounded, "lines of which clang says nothing");
    }

    private static String said(String clause) {
        return COMPILER.diagnostics(SOURCES.resolve(clause)).replace(SOURCES + "/", "");
    }

    private static SortedSet<Integer> lines(String clause, String text, String severities) {
        var lines = new TreeSet<Integer>();
        var message = Pattern.compile("(?m)^" + Pattern.quote(clause) + ":(\\d+):\\d+: (" + severities + ")\\b").matcher(text);
        while (message.find()) {
            lines.add(Integer.parseInt(message.group(1)));
        }
        return lines;
    }

    private String clang(String clause, String... flags) throws IOException, InterruptedException {
        var log = work.resolve("log");
        var command = Stream.concat(
                Stream.of("clang-16", "-std=gnu11", "-fsyntax-only", "-ferror-limit=0"), Stream.concat(Stream.of(flags), Stream.of(clause)));
        var process = new ProcessBuilder(command.toList()).directory(SOURCES.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("clang is still running after a minute");
        }
        return Files.readString(log);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }
}
