package org.latebind.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Inputs with their expected outputs beside them: {@code x.c} and {@code x.err}. A missing output is a failure;
 * {@code -Dlatebind.bless=true} writes what comes in place of comparing it, but never in CI ({@code CI} in the environment).
 */
public final class Golden {
    private static final boolean BLESS = Boolean.getBoolean("latebind.bless");

    private Golden() {}

    /** The inputs of a folder, by name; there is at least one. */
    public static List<Path> inputs(Path folder) {
        return inputs(folder, ".c");
    }

    public static List<Path> inputs(Path folder, String ending) {
        try (var all = Files.list(folder)) {
            var inputs = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            assertFalse(inputs.isEmpty(), "no inputs in " + folder);
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test for each input of a folder. */
    public static Stream<DynamicTest> tests(Path folder, ThrowingConsumer<Path> check) {
        return inputs(folder).stream()
                .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> check.accept(input)));
    }

    /** A test for each input of a folder: what comes of its text is what the file beside it has. */
    public static Stream<DynamicTest> tests(Path folder, String ending, UnaryOperator<String> run) {
        return tests(folder, input -> assertSame(input, ending, run.apply(Files.readString(input))));
    }

    /** The file beside an input that has this ending. */
    public static Path beside(Path input, String ending) {
        return input.resolveSibling(input.getFileName().toString().replaceFirst("\\.[^.]*$", ending));
    }

    /** What came of an input is what the file beside it has. */
    public static void assertSame(Path input, String ending, String actual) throws IOException {
        assertSame(beside(input, ending), actual);
    }

    /** The expected output that is in a file. */
    public static void assertSame(Path golden, String actual) throws IOException {
        assertSame(golden, actual, StandardCharsets.UTF_8);
    }

    public static void assertSame(Path golden, String actual, Charset charset) throws IOException {
        if (BLESS) {
            refuse(System.getenv());
            Files.writeString(golden, actual, charset);
        }
        assertEquals(Files.readString(golden, charset), actual, golden.toString());
    }

    static void refuse(Map<String, String> environment) {
        var ci = environment.getOrDefault("CI", "");
        if (!ci.isEmpty() && !ci.equals("false")) {
            throw new AssertionError("latebind.bless rewrites expected outputs, and CI=" + ci + ": not in CI");
        }
    }
}
