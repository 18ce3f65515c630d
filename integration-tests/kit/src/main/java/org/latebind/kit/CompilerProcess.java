package org.latebind.kit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An {@link Appliance} in a process of its own: what ends or hangs there costs one command, and the next
 * one finds a new process.
 */
public final class CompilerProcess implements AutoCloseable {
    /** The status of a command whose process ended under it. */
    public static final int DIED = -1;
    /** The status of a command that took too long. */
    public static final int HUNG = -2;

    private final long seconds;
    private Optional<Process> child = Optional.empty();

    /** @param seconds that a command may take */
    public CompilerProcess(long seconds) {
        this.seconds = seconds;
    }

    /** One command; nothing of its standard output is kept. */
    public Appliance.Ran run(List<String> words) throws IOException, InterruptedException {
        if (child.isEmpty()) {
            child = Optional.of(start());
        }
        var process = child.get();
        var answer = CompletableFuture.supplyAsync(() -> ask(process, words));
        try {
            return answer.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close();
            return new Appliance.Ran(HUNG, "", "no answer within " + seconds + " seconds");
        } catch (ExecutionException e) {
            close();
            return new Appliance.Ran(DIED, "", "the process ended: " + e.getCause().getMessage());
        }
    }

    private static Appliance.Ran ask(Process process, List<String> words) {
        try {
            var out = new DataOutputStream(process.getOutputStream());
            out.writeInt(words.size());
            for (var word : words) {
                out.writeUTF(word);
            }
            out.flush();
            var in = new DataInputStream(process.getInputStream());
            return new Appliance.Ran(in.readInt(), "", in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start() throws IOException {
        var classes = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java", "-cp", classes,
                        "-Dlatebind.home=" + Distribution.HOME, "-Dlatebind.root=" + Distribution.ROOT,
                        CompilerProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Override
    public void close() {
        child.ifPresent(Process::destroyForcibly);
        child = Optional.empty();
    }

    /** The child: a count and so many words in, a status and what was on standard error out. */
    public static void main(String[] arguments) throws Exception {
        var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        var in = new DataInputStream(System.in);
        try (var appliance = Appliance.start()) {
            while (true) {
                var words = new Object[in.readInt()];
                for (int i = 0; i < words.length; i++) {
                    words[i] = in.readUTF();
                }
                var ran = appliance.run(words);
                out.writeInt(ran.status());
                // The first errors tell enough, and a string may have 64 kB.
                out.writeUTF(ran.err().substring(0, Math.min(ran.err().length(), 1 << 14)));
                out.flush();
            }
        } catch (EOFException e) {
            Runtime.getRuntime().halt(0);
        }
    }
}
