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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code __attribute__((error))} and {@code ((warning))} in the files of {@code diagnosed/}: calls that are left
 * after optimisation are complained of where gcc and clang do at {@code -O2}, and no others.
 */
class ErrorAttributesTest {
    private static final Path SOURCES = Path.of("src/test/resources/diagnosed").toAbsolutePath();
    private static final Pattern COMPLAINT =
            Pattern.compile(".*:(\\d+):\\d+:? (error|warning)\\b.*call to .(\\w+). declared with .*");

    private static CompileC compiler;

    @TempDir
    Path work;

    @BeforeAll
    static void start() {
        compiler = new CompileC();
    }

    static Stream<Path> sources() {
        try (var files = Files.list(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".c")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** gcc places a call out of a macro where the macro is defined: whose calls they are is compared. */
    @ParameterizedTest
    @MethodSource("sources")
    void whatGccComplainsOf(Path source) throws Exception {
        assertEquals(complaints(theirs("gcc", source), "$2 $3"), complaints(ours(source), "$2 $3"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatClangComplainsOfAndWhere(Path source) throws Exception {
        assertEquals(complaints(theirs("clang-16", source), "$1 $2 $3"), complaints(ours(source), "$1 $2 $3"));
    }

    private String theirs(String oracle, Path source) throws IOException, InterruptedException {
        assumeTrue(isThere(oracle), "SKIPPED: needs " + oracle);
        var said = run(List.of(oracle, "-O2", "-c", "-o", work.resolve("a.o").toString(), source.toString()));
        assertFalse(complaints(said, "$3").isEmpty(), "nothing is complained of by " + oracle);
        return said;
    }

    private static String ours(Path source) throws CompileC.Failed {
        return String.join("\n", compiler.complaints(source));
    }

    /** Of each complaint what {@code form} says: line, severity, function. */
    private static SortedSet<String> complaints(String text, String form) {
        return text.lines().map(COMPLAINT::matcher).filter(Matcher::matches).map(m -> m.replaceFirst(form))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var log = work.resolve("log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after a minute: " + command);
        }
        return Files.readString(log);
    }
}
