package org.latebind.make;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * A rule as it was read: recognized, not carried out.
 *
 * @param targets expanded
 * @param prerequisites what is behind the colon, expanded; with a static pattern's second colon
 * @param recipe unexpanded
 * @param undecided why it is not decided whether the rule is there
 */
public record Rule(
        Value targets, Value prerequisites, List<RecipeLine> recipe, Position at, Optional<Reason> undecided) {
    /** @param text without the tab; a continued line in one, with its backslashes and newlines */
    public record RecipeLine(String text, Position at) {}

    public Rule {
        recipe = List.copyOf(recipe);
    }
}
