package org.latebind.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/** Hands the entries of one tar archive to a visitor, within bounds. */
final class TarReader {
    /** What may stand before an entry: the padding of the last one, long names, pax records. */
    private static final int MAX_HEADERS = 1 << 20;

    /** What may stand behind the last entry. tar fills up 10 KiB. */
    private static final int MAX_PADDING = 1 << 20;

    private final String file;
    private final DebBounds bounds;
    private final DebVisitor visitor;
    private final int largestFile;

    /**
     * @param file for messages
     * @param largestFile bytes of a file that the visitor wants
     */
    TarReader(String file, DebBounds bounds, DebVisitor visitor, int largestFile) {
        this.file = file;
        this.bounds = bounds;
        this.visitor = visitor;
        this.largestFile = largestFile;
    }

    /** The stream is not closed: that would close what it is part of. */
    void read(InputStream in) throws IOException {
        var budget = new BudgetedInputStream(in, file, MAX_HEADERS);
        var archive = new TarArchiveInputStream(budget);
        for (var entry = next(archive, budget); entry.isPresent(); entry = next(archive, budget)) {
            visit(entry.get(), archive);
            if (visitor.isDone()) {
                return;
            }
        }
        readToEnd(in);
    }

    private Optional<TarArchiveEntry> next(TarArchiveInputStream archive, BudgetedInputStream budget)
            throws IOException {
        var entry = Optional.ofNullable(archive.getNextEntry());
        if (entry.isPresent()) {
            bounds.entry(file, entry.get().getName(), entry.get().getSize());
            budget.allow(entry.get().getSize() + MAX_HEADERS);
        }
        return entry;
    }

    /** A decompressor compares its checksum when it comes to its end, which is behind that of the archive. */
    private void readToEnd(InputStream in) throws IOException {
        if (in.readNBytes(MAX_PADDING + 1).length > MAX_PADDING) {
            throw DebBounds.tooLarge(file, "more than " + (MAX_PADDING >> 20) + " MiB behind its last file");
        }
    }

    private void visit(TarArchiveEntry entry, InputStream in) throws IOException {
        var path = installed(entry.getName());
        if (entry.isDirectory()) {
            visitor.folder(path);
        } else if (entry.isSymbolicLink()) {
            visitor.link(path, entry.getLinkName());
        } else if (entry.isLink()) {
            visitor.link(path, installed(entry.getLinkName()));
        } else if (entry.isSparse()) {
            throw wrong("LB5031", "has a sparse file, which no package has: " + path);
        } else if (entry.isFile() && visitor.wants(path)) {
            visitor.file(path, content(path, entry, in));
        }
    }

    private byte[] content(String path, TarArchiveEntry entry, InputStream in) throws IOException {
        if (entry.getSize() > largestFile) {
            throw DebBounds.tooLarge(file, "a file of more than " + (largestFile >> 20) + " MiB");
        }
        var content = in.readNBytes((int) entry.getSize());
        if (content.length != entry.getSize()) {
            throw wrong("LB5031", "is cut off in " + path);
        }
        return content;
    }

    /** {@code ./usr/src/x} as {@code /usr/src/x}. */
    private String installed(String name) {
        var path = new StringBuilder();
        for (var step : name.split("/")) {
            if (step.equals("..")) {
                throw wrong("LB5034", "has a path that leads out of the package: " + name);
            }
            if (!step.isEmpty() && !step.equals(".")) {
                path.append('/').append(step);
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private DiagnosticException wrong(String code, String what) {
        return DiagnosticException.badInput(Diagnostic.error(code, file + " " + what));
    }
}
