package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, run to its end. */
final class Command {
    private static final long LONGEST_MINUTES = 15;

    private final Path folder;
    private final List<String> words;

    private Command(Path folder, List<String> words) {
        this.folder = folder;
        this.words = words;
    }

    /** What a program said, on both its streams, and its exit status. */
    record Ran(int status, String text) {
        /** What it said, if it succeeded. */
        String done() {
            assertEquals(0, status, text);
            return text;
        }

        @Override
        public String toString() {
            return "exit " + status + "\n" + text;
        }
    }

    /** Any program, to be run in a folder. */
    static Command of(Path folder, String... words) {
        return new Command(folder, List.of(words));
    }

    /** The launcher of the distribution. */
    static Command latebind(Path folder, String... words) {
        var command = new ArrayList<>(List.of("sh", Distribution.HOME.resolve("latebind").toString()));
        command.addAll(List.of(words));
        return new Command(folder, command);
    }

    Ran run() throws IOException, InterruptedException {
        var out = Files.createTempFile("command", ".out");
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            assertTrue(process.waitFor(1, TimeUnit.MINUTES), () -> "does not end: " + words);
            return new Ran(process.exitValue(), Files.readString(out));
        } finally {
            Files.delete(out);
        }
    }
}
