package org.latebind.sema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.latebind.kit.Golden;

/**
 * C files beside what comes of them: {@code rejected/x.c} with {@code x.err}, {@code typed/x.c} with
 * {@code x.typed}, and {@code accepted/x.c}, whose static assertions have to hold.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources");

    @TestFactory
    Stream<DynamicTest> rejected() {
        return Golden.tests(CASES.resolve("rejected"), file -> {
            var source = Source.read(file);
            assertTrue(source.errors() > 0, "nothing is reported");
            Golden.assertSame(file, ".err", source.messages());
        });
    }

    @TestFactory
    Stream<DynamicTest> typed() {
        return Golden.tests(CASES.resolve("typed"), file -> {
            var source = Source.read(file);
            assertEquals("", source.messages());
            Golden.assertSame(file, ".typed", source.tree());
        });
    }

    @TestFactory
    Stream<DynamicTest> accepted() {
        return Golden.tests(CASES.resolve("accepted"), file -> assertEquals("", Source.read(file).messages()));
    }
}
