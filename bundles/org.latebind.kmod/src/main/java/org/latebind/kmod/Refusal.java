package org.latebind.kmod;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;

/** Counts the errors of one packaging, so that it can go on to find more of them and still fail. */
final class Refusal implements DiagnosticSink {
    private final DiagnosticSink sink;
    private boolean refused;

    Refusal(DiagnosticSink sink) {
        this.sink = sink;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        refused |= diagnostic.severity() == org.latebind.diagnostics.api.Severity.ERROR;
        sink.report(diagnostic);
    }

    void error(String code, String message, String help) {
        report(Diagnostic.error(code, message).withHelp(help));
    }

    boolean isRefused() {
        return refused;
    }

    static DiagnosticException of(String code, String message, String help) {
        return DiagnosticException.refused(Diagnostic.error(code, message).withHelp(help));
    }
}
