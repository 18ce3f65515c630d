package org.latebind.cc;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Severity;

/** Passes on what a user wants to hear: no warnings about the system's own headers, none at all under -w. */
final class ProgramSink implements DiagnosticSink {
    private final DiagnosticSink next;
    private final boolean silent;
    private final HostHeaders headers;
    private boolean errors;

    ProgramSink(DiagnosticSink next, boolean silent, HostHeaders headers) {
        this.next = next;
        this.silent = silent;
        this.headers = headers;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR) {
            errors = true;
        } else if (silent || headers.isSystem(diagnostic.where().file())) {
            return;
        }
        next.report(diagnostic);
    }

    boolean hasErrors() {
        return errors;
    }
}
