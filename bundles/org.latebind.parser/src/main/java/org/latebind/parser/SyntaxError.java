package org.latebind.parser;

import org.latebind.diagnostics.api.Diagnostic;

/** Unwinds to where the parser can go on; carries what to report. */
final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final int at;

    /** @param at index of the token that does not fit */
    SyntaxError(Diagnostic diagnostic, int at) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
        this.at = at;
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    int at() {
        return at;
    }
}
