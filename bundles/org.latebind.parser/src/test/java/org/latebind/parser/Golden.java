package org.latebind.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Inputs with their expected outputs beside them. {@code -Dlatebind.bless=true} rewrites the outputs;
 * a missing one fails otherwise.
 */
final class Golden {
    private Golden() {}

    /** One test for each {@code .c} file of a resource folder. */
    static Stream<DynamicTest> tests(String folder, String extension, UnaryOperator<String> run) throws IOException {
        var root = Path.of("src/test/resources/org/latebind/parser", folder);
        List<Path> inputs;
        try (var files = Files.list(root)) {
            inputs = files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
        }
        assertEquals(false, inputs.isEmpty(), "no inputs in " + root);
        return inputs.stream().map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
            var actual = run.apply(Files.readString(input));
            var expected = input.resolveSibling(input.getFileName().toString().replaceFirst("\\.c$", extension));
            if (Boolean.getBoolean("latebind.bless")) {
                Files.writeString(expected, actual);
            }
            assertEquals(Files.readString(expected), actual);
        }));
    }
}
