package org.latebind.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.latebind.archive.ProgressLine;
import org.latebind.demo.boot.Emulator;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.machine.api.EmulatedMachine;

/** Finds the emulator; installs it where that can be done, and says what to install where not. */
final class EmulatorSetup {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private EmulatorSetup() {}

    static Path find(EmulatedMachine machine, ProgressLine progress) {
        Optional<Path> found = Emulator.find(machine.emulator());
        if (found.isPresent()) {
            return found.get();
        }
        Optional<String> failure = Optional.empty();
        if (isRoot() && Emulator.find("apt-get").isPresent()) {
            progress.line("installing " + machine.emulatorPackage() + " with apt-get");
            failure = apt(progress, "update")
                    .or(() -> apt(progress, "-y", "--no-install-recommends", "install", machine.emulatorPackage()));
        }
        Optional<String> said = failure;
        return Emulator.find(machine.emulator()).orElseThrow(() -> missing(machine, said));
    }

    private static DiagnosticException missing(EmulatedMachine machine, Optional<String> failure) {
        String what = "'" + machine.emulator() + "' is not on this machine"
                + failure.map(said -> ", and apt-get cannot install it: " + said).orElse("");
        return DiagnosticException.badInput(Diagnostic.error("LB9810", what)
                .withHelp("install it, on Debian and Ubuntu with: sudo apt-get install --no-install-recommends "
                        + machine.emulatorPackage() + " (elsewhere the package is often called qemu or qemu-system)"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Runs apt-get, after another one where one runs; what it said if it failed. */
    private static Optional<String> apt(ProgressLine progress, String... words) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<String> failure = run(words);
            if (failure.filter(EmulatorSetup::isLock).isEmpty() || System.nanoTime() > deadline) {
                return failure;
            }
            progress.passing("waiting for another apt or dpkg to end");
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return failure;
            }
        }
    }

    /** {@code E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 17 (apt-get)} */
    static boolean isLock(String said) {
        return said.contains("Could not get lock") || said.contains("Unable to lock");
    }

    private static Optional<String> run(String... words) {
        try {
            ProcessBuilder builder = new ProcessBuilder("apt-get", "-q").redirectErrorStream(true);
            builder.command().addAll(List.of(words));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(firstError(said));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    static String firstError(String said) {
        return said.lines().filter(line -> line.startsWith("E: ")).findFirst().map(line -> line.substring(3))
                .orElse("it failed");
    }
}
