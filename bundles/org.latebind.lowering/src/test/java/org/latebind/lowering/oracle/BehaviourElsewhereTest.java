package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latebind.codegen.aarch64.AArch64Target;
import org.latebind.codegen.aarch64.ArmCodeGenerator;
import org.latebind.codegen.riscv64.RiscVCodeGenerator;
import org.latebind.codegen.riscv64.RiscVTarget;
import org.latebind.target.api.LanguageSettings.Dialect;

/**
 * Programs of {@code behaviour-elsewhere/}, one an architecture, say what stands in the file {@code .out} beside them,
 * compiled here and by that architecture's gcc, run by QEMU. They do without a C library.
 */
class BehaviourElsewhereTest {
    private static final Path SOURCES = Path.of("src/test/resources/behaviour-elsewhere").toAbsolutePath();

    private enum Machine {
        AARCH64(() -> new CompileC(new AArch64Target(), new ArmCodeGenerator(CompileC.llvm()))),
        RISCV64(() -> new CompileC(new RiscVTarget(), new RiscVCodeGenerator(CompileC.llvm())));

        private final Supplier<CompileC> compiler;

        Machine(Supplier<CompileC> compiler) {
            this.compiler = compiler;
        }

        String arch() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        Path source() {
            return SOURCES.resolve(arch() + ".c");
        }

        String gcc() {
            return arch() + "-linux-gnu-gcc-12";
        }

        String emulator() {
            return "qemu-" + arch() + "-static";
        }
    }

    @TempDir
    Path work;

    @ParameterizedTest
    @EnumSource
    void saysWhatIsExpected(Machine machine) throws Exception {
        assumeTools(machine);
        var compiler = machine.compiler.get();
        Files.write(work.resolve("a.o"), compiler.compile(machine.source(), compiler.settings(Dialect.GNU17)));
        assertSays(machine, List.of("a.o"));
    }

    @ParameterizedTest
    @EnumSource
    void saysThatByGcc(Machine machine) throws Exception {
        assumeTools(machine);
        assertSays(machine, List.of("-O2", "-w", "-fno-pie", "-ffreestanding", machine.source().toString()));
    }

    private static void assumeTools(Machine machine) {
        for (var program : List.of(machine.gcc(), machine.emulator())) {
            boolean there = Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
            assumeTrue(there, "SKIPPED: needs " + program);
        }
    }

    private void assertSays(Machine machine, List<String> inputs) throws IOException, InterruptedException {
        var linking = new ArrayList<>(List.of(machine.gcc(), "-nostdlib", "-static", "-no-pie", "-o", "program"));
        linking.addAll(inputs);
        run(linking);
        var expected = Files.readString(SOURCES.resolve(machine.arch() + ".out"));
        assertEquals(expected, run(List.of(machine.emulator(), "./program")));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), () -> command + " said " + output);
        return output;
    }
}
