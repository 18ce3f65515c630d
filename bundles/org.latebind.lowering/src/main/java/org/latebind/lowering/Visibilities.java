package org.latebind.lowering;

import org.latebind.typed.api.SymbolAttributes;

/** How far symbols are seen. */
final class Visibilities {
    private Visibilities() {}

    /** Preemption and visibility of a definition: it is reached directly, as in gcc's {@code -fPIE}. */
    static String local(SymbolAttributes attributes) {
        return "dso_local " + text(attributes);
    }

    static String text(SymbolAttributes attributes) {
        return switch (attributes.visibility()) {
            case DEFAULT -> "";
            case HIDDEN, INTERNAL -> "hidden ";
            case PROTECTED -> "protected ";
        };
    }
}
