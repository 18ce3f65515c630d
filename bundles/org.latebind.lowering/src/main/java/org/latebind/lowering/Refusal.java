package org.latebind.lowering;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;

/** What lowering tells when it cannot do what is asked of it. */
final class Refusal {
    /** C that is not supported. */
    static final String UNSUPPORTED = "LB7001";
    /** An asm statement that is wrong or not supported. */
    static final String ASM = "LB7002";
    /** A symbol that is defined twice, or an alias of nothing. */
    static final String SYMBOL = "LB7003";

    /** A function whose end is reached without a value to return. */
    static final String RETURN_TYPE = "LB7004";

    private Refusal() {}

    static DiagnosticException unsupported(Position at, String what) {
        return DiagnosticException.refused(Diagnostic.error(UNSUPPORTED, at, what + " is not supported"));
    }

    static DiagnosticException because(String code, Position at, String message) {
        return DiagnosticException.refused(Diagnostic.error(code, at, message));
    }
}
