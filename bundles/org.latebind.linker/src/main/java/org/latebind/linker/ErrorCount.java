package org.latebind.linker;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Severity;

/** Passes diagnostics on and remembers whether one was an error. */
final class ErrorCount implements DiagnosticSink {
    private final DiagnosticSink next;
    private boolean any;

    ErrorCount(DiagnosticSink next) {
        this.next = next;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        any |= diagnostic.severity() == Severity.ERROR;
        next.report(diagnostic);
    }

    boolean any() {
        return any;
    }
}
