package org.latebind.bind;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Severity;

/** Passes diagnostics on and counts the errors among them. */
final class ErrorCount implements DiagnosticSink {
    private final DiagnosticSink next;
    private long count;

    ErrorCount(DiagnosticSink next) {
        this.next = next;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR) {
            count++;
        }
        next.report(diagnostic);
    }

    boolean any() {
        return count > 0;
    }

    long count() {
        return count;
    }
}
