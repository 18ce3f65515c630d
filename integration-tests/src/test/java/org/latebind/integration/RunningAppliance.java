package org.latebind.integration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.latebind.kit.Distribution;

/** A copy of the distribution that runs as an appliance: commands go into its standard input. */
final class RunningAppliance implements AutoCloseable {
    private static final Pattern STATUS = Pattern.compile("status-of-that (\\d+)");
    private static final long PATIENCE_SECONDS = 120;

    /** What a command gave, with what the appliance said meanwhile. */
    record Answer(int status, String text) {
        @Override
        public String toString() {
            return "exit " + status + "\n" + text;
        }
    }

    private final Path home;
    private final Process process;
    private final PrintStream commands;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private RunningAppliance(Path home, Process process) {
        this.home = home;
        this.process = process;
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(this::listen);
    }

    /** Copies the distribution into the folder without some of its bundles. */
    static Path copyWithout(Path folder, List<String> bundles) throws Exception {
        var home = folder.resolve("latebind");
        var copied = new ProcessBuilder("cp", "-rl", Distribution.HOME.toString(), home.toString()).inheritIO().start();
        if (copied.waitFor() != 0) {
            throw new IOException("the distribution cannot be copied to " + home);
        }
        for (var bundle : bundles) {
            Files.delete(home.resolve("bundles/core").resolve(bundle + ".jar"));
        }
        return home;
    }

    static RunningAppliance start(Path home, Path folder) throws IOException {
        var builder = new ProcessBuilder(home.resolve("latebind").toString(), "shell")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
        return new RunningAppliance(home, builder.start());
    }

    Path deployFolder() {
        return home.resolve("deploy");
    }

    Path settingsFolder() {
        return home.resolve("conf");
    }

    private void listen() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            lines.add("(the appliance has ended)");
        }
    }

    /** Runs one command to its end. */
    Answer run(String command) throws Exception {
        begin(command);
        return finish();
    }

    /** Sends a command and does not wait. */
    void begin(String command) {
        commands.println(command);
        // The variable is set by every command of ours.
        commands.println("echo status-of-that $status");
    }

    Answer finish() throws Exception {
        var text = new StringBuilder();
        while (true) {
            var line = next(PATIENCE_SECONDS);
            var status = STATUS.matcher(line);
            if (status.find()) {
                return new Answer(Integer.parseInt(status.group(1)), text.toString());
            }
            text.append(line).append('\n');
        }
    }

    /** Waits for a line that says something. */
    String waitFor(String part, long seconds) throws Exception {
        var seen = new ArrayList<String>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < deadline) {
            var line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null) {
                seen.add(line);
                if (line.contains(part)) {
                    return line;
                }
            }
        }
        throw new AssertionError("nothing said '" + part + "' in " + seconds + " s:\n" + String.join("\n", seen));
    }

    /** Runs a command again and again until its answer is right. */
    Answer waitUntil(String command, Predicate<Answer> right, long seconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            var answer = run(command);
            if (right.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in " + seconds + " s: " + command + "\n" + answer);
            }
            Thread.sleep(50);
        }
    }

    private String next(long seconds) throws InterruptedException {
        var line = lines.poll(seconds, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the appliance said nothing for " + seconds + " s");
        }
        return line;
    }

    @Override
    public void close() throws Exception {
        commands.close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroyForcibly();
        }
    }
}
