package org.latebind.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a process of its own, run to its end with an empty standard input: compilers, what they made, the launcher.
 *
 * @param folder where it runs
 * @param seconds that it may take
 */
public record Command(Path folder, List<String> words, long seconds) {
    /** The status of a program that was still running when its time was over. */
    public static final int HUNG = -1;

    private static final long USUAL_SECONDS = 900;

    public Command {
        words = List.copyOf(words);
    }

    /** What a program said, on both its streams, and its exit status. */
    public record Ran(int status, String text) {
        /** What it said, if it succeeded. */
        public String done() {
            assertEquals(0, status, text);
            return text;
        }

        public boolean isHung() {
            return status == HUNG;
        }

        @Override
        public String toString() {
            return (isHung() ? "did not end" : "exit " + status) + "\n" + text;
        }
    }

    /** Any program. */
    public static Command of(Path folder, List<String> words) {
        return new Command(folder, words, USUAL_SECONDS);
    }

    public static Command of(Path folder, String... words) {
        return of(folder, List.of(words));
    }

    /** The launcher of the distribution. */
    public static Command latebind(Path folder, String... words) {
        var command = new ArrayList<>(List.of("sh", Distribution.HOME.resolve("latebind").toString()));
        command.addAll(List.of(words));
        return of(folder, command);
    }

    /** The same with so much time: what is still running then is ended. */
    public Command within(long limit) {
        return new Command(folder, words, limit);
    }

    public Ran run() throws IOException, InterruptedException {
        var out = Files.createTempFile("command", ".out");
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
            var process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            // Whatever a program prints: what is not UTF-8 is replaced.
            var text = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
            return new Ran(ended ? process.exitValue() : HUNG, text);
        } finally {
            Files.delete(out);
        }
    }
}
