package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.kit.Command;
import org.latebind.kit.Needs;

/**
 * Programs of {@code behavior-elsewhere/}, one an architecture, print what is in the file {@code .out} beside them,
 * compiled here and by that architecture's gcc, run by QEMU. They do without a C library.
 */
class BehaviorElsewhereTest {
    private static final Path SOURCES = Path.of("src/test/resources/behavior-elsewhere").toAbsolutePath();

    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(strings = {"aarch64", "riscv64"})
    void printsWhatIsExpected(String arch) throws Exception {
        assumeTools(arch);
        Latebind.compile(source(arch), work.resolve("a.o"), Latebind.of(arch));
        assertPrints(arch, List.of("a.o"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aarch64", "riscv64"})
    void printsThatByGcc(String arch) throws Exception {
        assumeTools(arch);
        assertPrints(arch, List.of("-O2", "-w", "-fno-pie", "-ffreestanding", source(arch).toString()));
    }

    private static Path source(String arch) {
        return SOURCES.resolve(arch + ".c");
    }

    private static String gcc(String arch) {
        return arch + "-linux-gnu-gcc-12";
    }

    private static String emulator(String arch) {
        return "qemu-" + arch + "-static";
    }

    private static void assumeTools(String arch) {
        Needs.programs(gcc(arch), emulator(arch));
    }

    private void assertPrints(String arch, List<String> inputs) throws Exception {
        var linking = new ArrayList<>(List.of(gcc(arch), "-nostdlib", "-static", "-no-pie", "-o", "program"));
        linking.addAll(inputs);
        Command.of(work, linking).run().done();
        var expected = Files.readString(SOURCES.resolve(arch + ".out"));
        assertEquals(expected, Command.of(work, emulator(arch), "./program").run().done());
    }
}
