package org.latebind.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A temporary folder of this process alone, gone when the process ends. One that was killed leaves its folder behind;
 * the next process deletes it.
 *
 * <pre>
 * latebind-5f3a.../lock    locked as long as its process lives, whatever container that is in
 * </pre>
 *
 * @param lock stays open, and so locked, until the process ends; empty where the file system has no locks
 * @param hook deletes the folder when something else than {@link #end} ends the process
 */
record Scratch(Path path, Optional<FileChannel> lock, Thread hook) implements AutoCloseable {
    private static final String PREFIX = "latebind-";
    private static final String LOCK = "lock";
    private static final int ATTEMPTS = 16;
    /** Marks a folder where the file system has no locks: nobody can know whether its process lives. */
    private static final String NO_LOCK = "no-lock";
    /** A folder without a lock is one that is being made, unless it is old. */
    private static final Duration TIME_TO_LOCK = Duration.ofDays(1);
    private static final int PROBE_BYTES = 1 << 20;

    /** Makes the folder and sends everything that goes to temporary files there. */
    static Scratch create() throws IOException {
        // Not Files.createTempDirectory: it would settle the default folder before we change it.
        var parent = Path.of(System.getProperty("java.io.tmpdir"));
        deleteAbandoned(parent);
        var random = new SecureRandom();
        for (int i = 0; i < ATTEMPTS; i++) {
            var path = parent.resolve(PREFIX + Long.toHexString(random.nextLong()));
            try {
                Files.createDirectory(path,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                var scratch = new Scratch(path, locked(path), new Thread(() -> abandon(path)));
                System.setProperty("java.io.tmpdir", path.toString());
                Runtime.getRuntime().addShutdownHook(scratch.hook());
                return scratch;
            } catch (FileAlreadyExistsException e) {
                continue;
            } catch (IOException e) {
                throw new IOException("cannot make a temporary folder in " + parent + " (" + e + "); set TMPDIR", e);
            }
        }
        throw new IOException("cannot make a temporary folder in " + parent);
    }

    /** The file gets its name when it is locked already, so that nobody finds it unlocked. */
    private static Optional<FileChannel> locked(Path folder) throws IOException {
        var unnamed = folder.resolve(LOCK + ".new");
        var channel = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException e) {
            channel.close();
            Files.move(unnamed, folder.resolve(NO_LOCK));
            return Optional.empty();
        }
        Files.move(unnamed, folder.resolve(LOCK));
        return Optional.of(channel);
    }

    /** Deletes the folders of processes that have ended. */
    static void deleteAbandoned(Path parent) {
        try (var folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var folder : folders) {
                deleteIfAbandoned(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            // Nothing of value is lost by leaving them.
        }
    }

    private static void deleteIfAbandoned(Path folder) {
        if (!Files.isDirectory(folder) || Files.isSymbolicLink(folder) || !Files.isWritable(folder)) {
            return;
        }
        var lock = folder.resolve(LOCK);
        try {
            if (!Files.exists(lock)) {
                var made = Files.getLastModifiedTime(folder).toInstant();
                if (!Files.exists(folder.resolve(NO_LOCK)) && made.isBefore(Instant.now().minus(TIME_TO_LOCK))) {
                    delete(folder);
                }
                return;
            }
            try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE); var taken = channel.tryLock()) {
                if (taken != null) {
                    delete(folder);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // It is somebody else's, or another process deletes it right now.
        }
    }

    /** Why nothing more can be written here; empty where it can. */
    Optional<String> fault() {
        var probe = path.resolve("probe");
        try {
            Files.write(probe, new byte[PROBE_BYTES]);
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot write to the temporary folder " + path.getParent() + " (" + e.getMessage()
                    + "); free space there, or set TMPDIR to another folder");
        }
    }

    /** Ends the process without more ado, unless a signal does: then it has the status that the signal gives. */
    void end(int status) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endedBySignal) {
            Runtime.getRuntime().exit(status); // waits for that
        }
        close();
        Runtime.getRuntime().halt(status);
    }

    /** What still runs fails without its folder, and nobody wants to hear of it. */
    private static void abandon(Path path) {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        deleteQuietly(path);
    }

    @Override
    public void close() {
        deleteQuietly(path);
    }

    private static void deleteQuietly(Path path) {
        try {
            delete(path);
        } catch (IOException | UncheckedIOException e) {
            // Somebody else cleans temporary folders too; nothing of value is in it.
        }
    }

    /** The lock goes last, so that what is left when this is interrupted is known to be abandoned. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var lock = folder.resolve(LOCK);
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(lock) && !file.equals(folder))
                    .forEach(Scratch::deleteFile);
        }
        deleteFile(lock);
        deleteFile(folder);
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
