package org.latebind.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/** A rule whose recipe is being read. */
final class RuleInProgress {
    private final Value targets;
    private final Value prerequisites;
    private final Position at;
    private final Optional<Reason> undecided;
    private final List<Rule.RecipeLine> recipe = new ArrayList<>();

    RuleInProgress(Value targets, Value prerequisites, Position at, Optional<Reason> undecided) {
        this.targets = targets;
        this.prerequisites = prerequisites;
        this.at = at;
        this.undecided = undecided;
    }

    void add(String line, Position place) {
        recipe.add(new Rule.RecipeLine(line, place));
    }

    Rule rule() {
        return new Rule(targets, prerequisites, recipe, at, undecided);
    }
}
