package org.latebind.command.api;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a command has of the world.
 *
 * @param out results
 * @param err diagnostics and progress
 * @param folder relative file names are meant from here
 * @param terminal what a person sees of {@code out} and {@code err}
 */
public record CommandIo(InputStream in, PrintStream out, PrintStream err, Path folder, Terminal terminal) {
    public CommandIo {
        Objects.requireNonNull(in);
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        Objects.requireNonNull(terminal);
        folder = folder.toAbsolutePath();
    }
}
