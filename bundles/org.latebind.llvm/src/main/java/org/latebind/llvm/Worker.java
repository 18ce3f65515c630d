package org.latebind.llvm;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that does jobs: reads them from standard input, writes outcomes to standard output, ends
 * with its input.
 */
public final class Worker {
    private Worker() {}

    /**
     * Starts the worker.
     *
     * @param args the folder of the extracted native libraries, or nothing
     */
    public static void main(String[] args) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err);
        Natives.load(args.length == 0 ? Optional.empty() : Optional.of(Path.of(args[0])));
        var engine = new Engine(reason -> lastWords(out, reason));
        out.writeUTF(engine.version());
        out.flush();
        var in = new DataInputStream(new BufferedInputStream(System.in));
        while (true) {
            Job job;
            try {
                job = Job.read(in);
            } catch (EOFException end) {
                return;
            }
            engine.run(job).write(out);
        }
    }

    private static void lastWords(DataOutputStream out, String reason) {
        try {
            Outcome.failure("LB7507", "LLVM failed: " + reason).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(3);
        }
    }
}
