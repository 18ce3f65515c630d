package org.latebind.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.latebind.archive.ProgressLine;
import org.latebind.demo.boot.Emulator;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.machine.api.EmulatedMachine;

/** Finds the emulator; installs it where that can be done, and says what to install where not. */
final class EmulatorSetup {
    private EmulatorSetup() {}

    static Path find(EmulatedMachine machine, ProgressLine progress) {
        Optional<Path> found = Emulator.find(machine.emulator());
        if (found.isEmpty() && isRoot() && Emulator.find("apt-get").isPresent()) {
            progress.line("installing " + machine.emulatorPackage() + " with apt-get");
            run(List.of("apt-get", "-q", "update"));
            run(List.of("apt-get", "-q", "-y", "--no-install-recommends", "install", machine.emulatorPackage()));
            found = Emulator.find(machine.emulator());
        }
        return found.orElseThrow(
                () ->
                        DiagnosticException.badInput(
                                Diagnostic.error("LB9810", "'" + machine.emulator() + "' is not on this machine")
                                        .withHelp(
                                                "install it, on Debian and Ubuntu with: sudo apt-get install --no-install-recommends "
                                                        + machine.emulatorPackage()
                                                        + " (elsewhere the package is often called qemu or qemu-system)")));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.start().waitFor();
        } catch (IOException e) {
            // The emulator is still missing then, and the caller says so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
