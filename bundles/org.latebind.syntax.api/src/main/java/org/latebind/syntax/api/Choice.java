package org.latebind.syntax.api;

import java.util.List;

/**
 * An undecided {@code #if} ... {@code #endif} around complete elements.
 *
 * @param branches in source order; at most one is taken
 * @param <N> the sort of element
 */
public record Choice<N>(Span span, List<Branch<N>> branches) implements Node {
    public Choice {
        branches = List.copyOf(branches);
    }

    /**
     * One group.
     *
     * @param directive the tokens of the directive line from its name on ({@code ifdef X}, {@code elif
     *     Y > 2}, {@code else}), as a range of the region
     */
    public record Branch<N>(Span directive, List<N> elements) {
        public Branch {
            Span.requireDirective(directive);
            elements = List.copyOf(elements);
        }
    }
}
