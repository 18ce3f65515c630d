package org.latebind.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;

/** A temporary folder of this process alone, gone when the process ends. */
record Scratch(Path path) implements AutoCloseable {
    private static final int ATTEMPTS = 16;

    /** Makes the folder and sends everything that goes to temporary files there. */
    static Scratch create() throws IOException {
        // Not Files.createTempDirectory: it would settle the default folder before we change it.
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        var random = new SecureRandom();
        for (int i = 0; i < ATTEMPTS; i++) {
            var path = parent.resolve("latebind-" + Long.toHexString(random.nextLong()));
            try {
                Files.createDirectory(path,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                continue;
            } catch (IOException e) {
                throw new IOException("cannot make a temporary folder in " + parent + " (" + e + "); set TMPDIR", e);
            }
            System.setProperty("java.io.tmpdir", path.toString());
            var scratch = new Scratch(path);
            Runtime.getRuntime().addShutdownHook(new Thread(scratch::close));
            return scratch;
        }
        throw new IOException("cannot make a temporary folder in " + parent);
    }

    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        } catch (IOException | UncheckedIOException e) {
            // Somebody else cleans temporary folders too; nothing of value is in it.
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
