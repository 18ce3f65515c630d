package org.latebind.syntax.api;

import org.latebind.diagnostics.api.Position;

/**
 * Where a node stands.
 *
 * @param at what a diagnostic about the node points at
 * @param first index of its first token in the list it was parsed from
 * @param end index after its last token
 */
public record Span(Position at, int first, int end) {
    /** Of nodes that no token list holds. */
    public static final Span NONE = new Span(Position.NONE, 0, 0);

    /** A directive line has at least its name. */
    static void requireDirective(Span directive) {
        if (directive.end() <= directive.first()) {
            throw new IllegalArgumentException("a directive has a name");
        }
    }
}
