package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Appliance;
import org.latebind.kit.Distribution;
import org.latebind.kit.Golden;
import org.latebind.kit.SmallKernel;

/** Diagnostics, each for an input of its own: {@code LBnnnn.case} prints LBnnnn, and all of it is as expected. */
class DiagnosticCasesTest {
    static final String ENDING = ".case";
    static final Path CASES = Distribution.ROOT.resolve("integration-tests/src/test/resources/diagnostics");

    @TempDir
    private static Path shared;

    private static Appliance appliance;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws Exception {
        appliance = Appliance.shared();
        var module = Files.writeString(shared.resolve("m.c"), SmallKernel.MODULE);
        done("compile", "-o", shared.resolve("m.dko"), module);
        done("ingest", "-o", shared.resolve("k.khd"), SmallKernel.write(shared.resolve("linux-headers-1.0-small")));
    }

    private static void done(Object... words) throws Exception {
        var ran = appliance.run(words);
        assertEquals(0, ran.status(), ran.toString());
    }

    @TestFactory
    Stream<DynamicTest> occur() {
        return Golden.inputs(CASES, ENDING).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private void check(Path file) throws Exception {
        var text = DiagnosticCase.parse(Files.readString(file));
        var code = file.getFileName().toString().replace(ENDING, "");
        var place = Files.createDirectory(folder.resolve(code));
        text.write(place);
        var printed = new StringBuilder();
        for (var command : text.commands()) {
            var words = command.replace("${khd}", shared.resolve("k.khd").toString())
                    .replace("${dko}", shared.resolve("m.dko").toString());
            var ran = appliance.run(DiagnosticCase.words(words, place));
            printed.append(DiagnosticCase.settled(ran.toString(), place));
        }
        var actual = DiagnosticCase.settled(printed.toString(), shared);
        assertTrue(actual.contains("[" + code + "]"), code + " does not occur: " + actual);
        Golden.assertSame(file, text.input() + actual);
    }
}
