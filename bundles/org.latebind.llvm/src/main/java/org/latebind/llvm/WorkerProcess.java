package org.latebind.llvm;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The near end of a {@link Worker}. Used by one thread at a time. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final String version;
    private volatile boolean closed;

    /** Starts a process and waits until LLVM is ready in it. */
    WorkerProcess(Path jar, Optional<Path> natives) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                // Nor is anything left in the temporary folder.
                "-XX:-UsePerfData",
                // A crash report would be written into the user's folder.
                "-XX:ErrorFile=/dev/null",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar.toString(),
                Worker.class.getName()));
        natives.ifPresent(folder -> command.add(folder.toString()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(new File("/"))
                .start();
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        try {
            version = in.readUTF();
        } catch (IOException e) {
            close();
            throw new IOException("the LLVM worker process did not start", e);
        }
    }

    String version() {
        return version;
    }

    boolean isAlive() {
        return !closed && process.isAlive();
    }

    /** Has a job done. Whatever happens to the process is a message of the outcome. */
    Outcome run(Job job, long timeoutSeconds) {
        var reply = CompletableFuture.supplyAsync(() -> exchange(job), task -> {
            var thread = new Thread(task, "llvm-worker-reply");
            thread.setDaemon(true);
            thread.start();
        });
        try {
            return reply.get(timeoutSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close();
            return Outcome.failure("LB7507", "LLVM did not finish within " + timeoutSeconds + " seconds");
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            return Outcome.failure("LB7507", "code generation was interrupted");
        } catch (ExecutionException e) {
            close();
            return Outcome.failure("LB7508", "code generation failed: " + e.getCause());
        }
    }

    private Outcome exchange(Job job) {
        try {
            job.write(out);
            var outcome = Outcome.read(in);
            if (outcome.messages().stream().anyMatch(message -> message.code().equals("LB7507"))) {
                // Those were its last words, though it may seem alive for a moment yet.
                close();
            }
            return outcome;
        } catch (IOException e) {
            close();
            return Outcome.failure("LB7507", "LLVM's process ended while it worked on the module");
        }
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
    }
}
