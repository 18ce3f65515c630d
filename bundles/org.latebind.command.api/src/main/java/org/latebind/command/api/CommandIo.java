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
 * @param showProgress whether {@code err} is a terminal that a person watches
 */
public record CommandIo(InputStream in, PrintStream out, PrintStream err, Path folder, boolean showProgress) {
    public CommandIo {
        Objects.requireNonNull(in);
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
        folder = folder.toAbsolutePath();
    }
}
