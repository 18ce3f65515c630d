package org.latebind.headers.store;

import java.nio.file.Path;
import org.latebind.bytes.ByteSource;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/** What is said of a {@code .khd} that cannot be read. */
final class Damage {
    private static final String HELP = "make it again with 'latebind ingest'";

    private Damage() {}

    /** The content of a section, to be read. */
    static ByteSource source(byte[] content, String section) {
        return source(content, 0, content.length, section);
    }

    static ByteSource source(byte[] content, int from, int end, String section) {
        return new ByteSource(content, from, end, what -> in(section, "its content is not well formed"));
    }

    static DiagnosticException in(String section, String what) {
        return DiagnosticException.badInput(Diagnostic.error("LB5052",
                "the header data is damaged in its section '" + section + "': " + what).withHelp(HELP));
    }

    static DiagnosticException in(Path file, String section, String what) {
        return DiagnosticException.badInput(Diagnostic.error("LB5052",
                file.getFileName() + " is damaged in its section '" + section + "': " + what).withHelp(HELP));
    }

    static DiagnosticException notHeaderData(Path file) {
        return DiagnosticException.badInput(Diagnostic.error("LB5050", file.getFileName() + " is not kernel header data")
                .withHelp("give a .khd that 'latebind ingest' wrote"));
    }

    static DiagnosticException otherVersion(Path file, int version) {
        return DiagnosticException.badInput(Diagnostic.error("LB5051", file.getFileName() + " is header data of format "
                + version + "; this version reads format " + Container.VERSION).withHelp(HELP));
    }

    static DiagnosticException truncated(Path file) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB5052", file.getFileName() + " is cut off: its directory is not where it should be")
                        .withHelp(HELP));
    }

    static DiagnosticException unreadable(Path file, Exception failure) {
        return DiagnosticException.badInput(Diagnostic.error("LB1003",
                file.getFileName() + " cannot be read: " + failure.getMessage()));
    }
}
