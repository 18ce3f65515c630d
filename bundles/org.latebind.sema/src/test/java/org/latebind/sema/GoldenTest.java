package org.latebind.sema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * C files beside what comes of them: {@code rejected/x.c} with {@code x.err}, {@code typed/x.c} with
 * {@code x.typed}, and {@code accepted/x.c}, whose static assertions have to hold. {@code
 * -Dlatebind.bless=true} writes the results instead of comparing them.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources");
    private static final boolean BLESS = Boolean.getBoolean("latebind.bless");

    @TestFactory
    Stream<DynamicTest> rejected() throws IOException {
        return cases("rejected", file -> {
            var source = Source.read(file);
            assertTrue(source.errors() > 0, "nothing is reported");
            compare(file, ".err", source.messages());
        });
    }

    @TestFactory
    Stream<DynamicTest> typed() throws IOException {
        return cases("typed", file -> {
            var source = Source.read(file);
            assertEquals("", source.messages());
            compare(file, ".typed", source.tree());
        });
    }

    @TestFactory
    Stream<DynamicTest> accepted() throws IOException {
        return cases("accepted", file -> assertEquals("", Source.read(file).messages()));
    }

    private interface Check {
        void run(Path file) throws IOException;
    }

    private static Stream<DynamicTest> cases(String folder, Check check) throws IOException {
        List<Path> files;
        try (var all = Files.list(CASES.resolve(folder))) {
            files = all.filter(f -> f.toString().endsWith(".c")).sorted().toList();
        }
        assertTrue(!files.isEmpty(), "no cases in " + folder);
        return files.stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check.run(f)));
    }

    private static void compare(Path source, String ending, String actual) throws IOException {
        var name = source.getFileName().toString().replaceFirst("\\.c$", ending);
        var golden = source.resolveSibling(name);
        if (BLESS) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual);
    }
}
