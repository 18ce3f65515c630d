package org.latebind.demo.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.machine.api.EmulatedMachine;

class EmulatorTest {
    private record Machine(
            String target, String packageArchitecture, String emulator, String emulatorPackage, List<String> options,
            Set<String> devices, List<String> kernelParameters, String console) implements EmulatedMachine {}

    @Test
    void anEmulatorThatDoesNotStartIsNamed(@TempDir Path folder) {
        var machine = new Machine("any", "any", "qemu", "qemu-system", List.of(), Set.of(), List.of(), "ttyS0");
        var emulator = new Emulator(machine, folder.resolve("qemu"));
        var refused = assertThrows(DiagnosticException.class, () -> emulator.run(
                folder.resolve("vmlinuz"), folder.resolve("initramfs"), new TreeSet<>(), Duration.ofSeconds(1), line -> {}));
        assertEquals("LB9811", refused.diagnostic().code());
    }
}
