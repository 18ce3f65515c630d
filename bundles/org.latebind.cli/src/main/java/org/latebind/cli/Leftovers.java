package org.latebind.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The temporary names that outputs are written under, and what a process leaves of them that is killed while it writes.
 *
 * <pre>
 * .vpoll.ko.4711.1c2d3e4f.tmp         the process 4711 is writing vpoll.ko
 * ..6.1.khd.4711.1c2d3e4f.tmp.….part   a part of it
 * </pre>
 *
 * <p>The next process that writes an output of the name removes them: when they are a day old and no process of that
 * number runs. The folder may be another machine's, too, whose processes have numbers of their own.
 */
final class Leftovers {
    private static final Duration OLD = Duration.ofDays(1);

    private Leftovers() {}

    /** A new name beside an output. */
    static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
    }

    /** Removes those of killed processes beside an output. */
    static void remove(Path target) {
        var name = Pattern.compile("\\.{1,2}" + Pattern.quote(target.getFileName().toString())
                + "\\.(\\d{1,9})\\.[0-9a-f]+\\.tmp(\\.[0-9a-f-]+\\.part)?");
        var folder = target.toAbsolutePath().getParent();
        try (var files = Files.newDirectoryStream(folder, file -> isLeft(file, name.matcher(file.getFileName().toString())))) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Whether the folder can be written to, the output itself shows.
        }
    }

    private static boolean isLeft(Path file, Matcher name) throws IOException {
        return name.matches() && Files.isRegularFile(file)
                && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(OLD))
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }
}
