package org.latebind.bind.unit;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Severity;

/** Passes diagnostics on and counts the errors among them. */
public final class ErrorCount implements DiagnosticSink {
    private final DiagnosticSink next;
    private long count;

    public ErrorCount(DiagnosticSink next) {
        this.next = next;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR) {
            count++;
        }
        next.report(diagnostic);
    }

    public boolean any() {
        return count > 0;
    }

    public long count() {
        return count;
    }
}
