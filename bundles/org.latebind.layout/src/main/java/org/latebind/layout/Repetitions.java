package org.latebind.layout;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;

/** Bounds what ranges of initializers make in one unit: {@code [0 ... 1L << 40] = 1} is short to write. */
final class Repetitions {
    private static final int MOST = 2 << 20;

    private int made;

    /** Counts one more element that has its value from a range. */
    void count(Position value) {
        if (++made > MOST) {
            throw DiagnosticException.refused(Diagnostic.error("LB6006", value,
                            "ranges in this unit's initializers set more than " + MOST + " elements")
                    .withHelp("set them at run time; zeros need no initializer"));
        }
    }
}
