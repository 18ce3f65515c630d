package org.latebind.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.pass.api.ArtifactWriter;

/**
 * Files that appear together or not at all: all are written under temporary names in their own
 * folders first, then each gets its name in one step.
 *
 * <p>A link stays, and the file it leads to is replaced. What is no file (a device, a pipe) stays too, and what was
 * written goes into it.
 */
final class OutputSet implements AutoCloseable {
    /** @param stream where it goes that has no file */
    private record Staged(Path temporary, Path target, Optional<OutputStream> stream) {}

    private final List<Staged> staged = new ArrayList<>();
    private final List<Path> targets = new ArrayList<>();

    /** Writes an artifact under a temporary name. */
    <T> void stage(ArtifactWriter<T> writer, Object artifact, Path target, DiagnosticSink diagnostics) {
        try {
            var file = Files.isSymbolicLink(target) && Files.isRegularFile(target) ? target.toRealPath() : target;
            var temporary = isSink(file) ? Files.createTempFile("latebind", ".tmp") : newTemporary(file);
            staged.add(new Staged(temporary, file, Optional.empty()));
            writer.write(writer.type().cast(artifact), temporary, diagnostics);
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /** Writes an artifact under a temporary name that goes to a stream at the end. */
    <T> void stage(ArtifactWriter<T> writer, Object artifact, OutputStream stream, DiagnosticSink diagnostics) {
        var target = Path.of("standard output");
        try {
            var temporary = Files.createTempFile("latebind", ".tmp");
            staged.add(new Staged(temporary, target, Optional.of(stream)));
            writer.write(writer.type().cast(artifact), temporary, diagnostics);
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /** What is written and has no name yet. */
    List<Path> unfinished() {
        return staged.stream().map(Staged::temporary).toList();
    }

    /** Gives all files their names. */
    void commit() {
        for (var one : List.copyOf(staged)) {
            try {
                if (one.stream().isPresent()) {
                    Files.copy(one.temporary(), one.stream().get());
                    Files.delete(one.temporary());
                } else {
                    move(one);
                    targets.add(one.target());
                }
                staged.remove(one);
            } catch (IOException e) {
                throw cannotWrite(one.target(), e);
            }
        }
    }

    /** Files that were written, after {@link #commit}. */
    List<Path> written() {
        return List.copyOf(targets);
    }

    @Override
    public void close() {
        for (var one : staged) {
            try {
                Files.deleteIfExists(one.temporary());
            } catch (IOException e) {
                // The folder is gone or closed to us; there is nothing left to undo.
            }
        }
        staged.clear();
    }

    private static Path newTemporary(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new DirectoryNotEmptyException(target + " is a folder");
        }
        Leftovers.remove(target);
        // Created the ordinary way, so that the user's umask decides who may read the result.
        return Files.createFile(Leftovers.temporary(target));
    }

    private static boolean isSink(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
    }

    private static void move(Staged one) throws IOException {
        if (isSink(one.target())) {
            try (var out = Files.newOutputStream(one.target(), StandardOpenOption.WRITE)) {
                Files.copy(one.temporary(), out);
            }
            Files.delete(one.temporary());
            return;
        }
        keepModeOf(one.target(), one.temporary());
        try {
            Files.move(one.temporary(), one.target(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(one.temporary(), one.target(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepModeOf(Path existing, Path replacement) throws IOException {
        if (Files.isRegularFile(existing)) {
            var mode = Files.getPosixFilePermissions(existing);
            if (mode.contains(PosixFilePermission.OWNER_WRITE)
                    && !PosixFilePermissions.toString(mode).equals("rw-------")) {
                Files.setPosixFilePermissions(replacement, mode);
            }
        }
    }

    private static DiagnosticException cannotWrite(Path target, IOException failure) {
        var reason = failure instanceof FileSystemException fs && fs.getReason() != null
                ? fs.getReason()
                : failure instanceof java.nio.file.NoSuchFileException
                        ? "no such folder"
                        : failure instanceof java.nio.file.AccessDeniedException
                                ? "permission denied"
                                : String.valueOf(failure.getMessage());
        return DiagnosticException.badInput(
                Diagnostic.error("LB9022", "cannot write " + target + ": " + reason));
    }
}
