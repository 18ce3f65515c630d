package org.latebind.sema;

import java.util.HashSet;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.Severity;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.PermissiveError;

/** Where findings go: one report a place and message, and none about text that may not be there. */
final class Reports {
    private record Seen(String code, Position at, String message) {}

    private final DiagnosticSink sink;
    private final AnalysisOptions options;
    private final Set<Seen> seen = new HashSet<>();
    private int quiet;

    Reports(DiagnosticSink sink, AnalysisOptions options) {
        this.sink = sink;
        this.options = options;
    }

    void report(Diagnostic diagnostic) {
        if (quiet == 0 && seen.add(new Seen(diagnostic.code(), diagnostic.where(), diagnostic.message()))) {
            sink.report(diagnostic);
        }
    }

    /** Runs without a report: whether the text is compiled, or as it stands, is not known. */
    void quietly(Runnable work) {
        quiet++;
        try {
            work.run();
        } finally {
            quiet--;
        }
    }

    boolean isQuiet() {
        return quiet > 0;
    }

    void error(String code, Position at, String message) {
        report(Diagnostic.error(code, at, message));
    }

    void warning(String code, Position at, String message) {
        report(Diagnostic.warning(code, at, message));
    }

    /** A violation that some compilers and builds take for an error. */
    void permissive(PermissiveError kind, String code, Position at, String message) {
        permissive(kind, Diagnostic.error(code, at, message));
    }

    void permissive(PermissiveError kind, Diagnostic error) {
        if (options.errors().contains(kind)) {
            report(error);
        } else if (kind.isReported(options.language())) {
            report(new Diagnostic(Severity.WARNING, error.code(), error.message(), error.where(), error.length(),
                    error.notes(), error.help()));
        }
    }

    void unsupported(Position at, String what) {
        error(Codes.UNSUPPORTED, at, what + " is not supported");
    }
}
