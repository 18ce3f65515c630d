package org.latebind.sema;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Spelling;

/** Adds to a report of a missing name the name that was probably meant, and where that is declared. */
final class Suggestions {
    /** Bounds the search: a header that is missing makes a report of every line. */
    private static final int MOST = 20;

    private final Unit unit;
    private int asked;

    Suggestions(Unit unit) {
        this.unit = unit;
    }

    Diagnostic to(Diagnostic diagnostic, String wanted, Scope scope) {
        var local = Spelling.nearest(wanted, scope.names());
        if (local.isPresent()) {
            return diagnostic.withHelp(help(local.get()));
        }
        if (asked++ >= MOST) {
            return diagnostic;
        }
        var near = Spelling.nearest(wanted, unit.source.knownNames());
        if (near.isEmpty()) {
            return diagnostic;
        }
        var at = unit.source.declaredAt(near.get());
        var told = at.isKnown() ? diagnostic.withNote("'" + near.get() + "' is declared here", at) : diagnostic;
        return told.withHelp(help(near.get()));
    }

    private static String help(String near) {
        return "did you mean '" + near + "'?";
    }
}
