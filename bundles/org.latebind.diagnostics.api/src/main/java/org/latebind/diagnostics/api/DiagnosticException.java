package org.latebind.diagnostics.api;

/** Ends an operation that cannot go on; carries what the user is told. */
public final class DiagnosticException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final boolean badInput;

    private DiagnosticException(Diagnostic diagnostic, boolean badInput) {
        super(diagnostic.code() + ": " + diagnostic.message());
        this.diagnostic = diagnostic;
        this.badInput = badInput;
    }

    /** The input is well formed, but what is asked of it cannot be had: exit status 1. */
    public static DiagnosticException refused(Diagnostic diagnostic) {
        return new DiagnosticException(diagnostic, false);
    }

    /** A file is missing, unreadable or not what it should be: exit status 2. */
    public static DiagnosticException badInput(Diagnostic diagnostic) {
        return new DiagnosticException(diagnostic, true);
    }

    /** The same end with more to say about it. */
    public DiagnosticException withDiagnostic(Diagnostic other) {
        return new DiagnosticException(other, badInput);
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    public boolean isBadInput() {
        return badInput;
    }
}
