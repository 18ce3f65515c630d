package org.latebind.demo.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.machine.api.EmulatedMachine;

/** Runs one emulated machine to its end, with two processors: one hides locking errors. */
public final class Emulator {
    private static final int PROCESSORS = 2;
    private static final int LONGEST_LOG = 20_000;

    private final EmulatedMachine machine;
    private final Path program;

    public Emulator(EmulatedMachine machine, Path program) {
        this.machine = machine;
        this.program = program;
    }

    /**
     * Boots and waits.
     *
     * @param devices added to the machine, as the emulator calls them
     * @param lines told of each console line as it comes
     * @return all console lines; the machine is stopped when the time is over
     */
    public List<String> run(Path kernel, Path initramfs, SortedSet<String> devices, Duration limit, Consumer<String> lines) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(machine.options());
        command.addAll(List.of("-m", "512M", "-smp", Integer.toString(PROCESSORS)));
        devices.forEach(device -> command.addAll(List.of("-device", device)));
        command.addAll(List.of("-kernel", kernel.toString(), "-initrd", initramfs.toString()));
        command.addAll(List.of("-append", parameters()));
        command.addAll(List.of("-nographic", "-no-reboot", "-nodefaults", "-serial", "stdio", "-monitor", "none"));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return watch(process, limit, lines);
        } catch (IOException e) {
            throw DiagnosticException.refused(
                    Diagnostic.error("LB9811", "cannot start " + program + ": " + e.getMessage())
                            .withHelp("reinstall the package '" + machine.emulatorPackage() + "'"));
        }
    }

    /** Emulated processors may stand still for long on a busy host; only a real lock-up lasts minutes. */
    private String parameters() {
        return "console=" + machine.console() + " quiet loglevel=1 panic=-1 oops=panic watchdog_thresh=60 "
                + "rcupdate.rcu_cpu_stall_timeout=120 log_buf_len=4M " + String.join(" ", machine.kernelParameters());
    }

    private static List<String> watch(Process process, Duration limit, Consumer<String> lines) throws IOException {
        Thread killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
        Thread timer = Thread.ofVirtual().start(() -> stopAfter(process, limit));
        List<String> console = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = read(in); line != null; line = read(in)) {
                String clean = line.replaceAll("\\x1b\\[[0-9;?]*[A-Za-z]|\\x1bc|[\\r\\x00]", "");
                if (console.size() < LONGEST_LOG) {
                    console.add(clean);
                }
                lines.accept(clean);
            }
        } finally {
            process.destroyForcibly();
            timer.interrupt();
            forget(killer);
        }
        return List.copyOf(console);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // This process is told to end, and that is what killed the machine.
        }
    }

    /** A machine that is stopped ends its console, whatever it was about to say. */
    private static String read(BufferedReader in) {
        try {
            return in.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private static void stopAfter(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks the program up as a shell would. */
    public static java.util.Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : path.split(":")) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isExecutable(candidate)) {
                return java.util.Optional.of(candidate);
            }
        }
        return java.util.Optional.empty();
    }
}
