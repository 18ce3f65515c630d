package org.latebind.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other programs: compilers, linkers, and what they made. */
final class Programs {
    /** The status of a program that was still running when its time was over. */
    static final int HUNG = -1;

    /** What became of a program. */
    record Ended(int status, String output) {}

    private Programs() {}

    /**
     * One program, with an empty standard input.
     *
     * @param log where its output goes meanwhile; deleted at the end
     */
    static Ended run(Path log, int seconds, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(log.getParent().toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        var output = Files.readString(log, StandardCharsets.ISO_8859_1);
        Files.delete(log);
        return new Ended(ended ? process.exitValue() : HUNG, output);
    }
}
