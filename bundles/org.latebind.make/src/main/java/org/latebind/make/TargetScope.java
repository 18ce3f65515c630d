package org.latebind.make;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is defined while a target's recipe is expanded, besides the variables of the makefile. */
final class TargetScope {
    private final State state;
    private final Expander expander;
    private final Target target;

    TargetScope(State state, Expander expander, Target target) {
        this.state = state;
        this.expander = expander;
        this.target = target;
    }

    Value expand(String text) {
        var byPattern = new HashMap<String, Variable>();
        var own = new HashMap<String, Variable>();
        var scopes = List.of(automatic(), byPattern, own);
        scopes.forEach(state.variables::push);
        try {
            state.targetVariables.forEach(variable -> assign(variable, byPattern, own));
            return expander.expand(text);
        } finally {
            scopes.forEach(scope -> state.variables.pop());
        }
    }

    /** What is assigned for a pattern is overridden by what is assigned for the target itself, in any order. */
    private void assign(TargetVariable variable, Map<String, Variable> byPattern, Map<String, Variable> own) {
        var targets = variable.targets();
        var reason = targets.why().or(variable::undecided);
        if (targets.known().isEmpty()) {
            assign(variable, reason, byPattern);
            return;
        }
        for (var word : Text.words(targets.known().get())) {
            if (word.equals(target.name())) {
                assign(variable, reason, own);
            } else if (word.contains("%") && Pattern.of(word).stem(target.name()).isPresent()) {
                assign(variable, reason, byPattern);
            }
        }
    }

    private void assign(TargetVariable variable, Optional<Reason> undecided, Map<String, Variable> scope) {
        var place = state.at();
        state.moveTo(variable.at());
        var guard = state.guard();
        state.guardBy(undecided);
        try {
            state.variables.definingIn(scope, () -> new Assignments(state, expander).assign(variable.assignment()));
        } finally {
            state.guardBy(guard);
            state.moveTo(place);
        }
    }

    private Map<String, Variable> automatic() {
        var scope = new HashMap<String, Variable>();
        define(scope, "@", target.name());
        define(scope, "*", target.stem());
        define(scope, "<", target.prerequisites().isEmpty() ? "" : target.prerequisites().getFirst());
        define(scope, "^", String.join(" ", new LinkedHashSet<>(target.prerequisites())));
        define(scope, "+", String.join(" ", target.prerequisites()));
        define(scope, "?", String.join(" ", new LinkedHashSet<>(target.prerequisites())));
        return scope;
    }

    private void define(Map<String, Variable> scope, String name, String text) {
        define(scope, name, text, word -> word);
        define(scope, name + "D", text, TargetScope::folder);
        define(scope, name + "F", text, word -> word.substring(word.lastIndexOf('/') + 1));
    }

    private void define(Map<String, Variable> scope, String name, String text, UnaryOperator<String> part) {
        var value = String.join(" ", Text.words(text).stream().map(part).toList());
        scope.put(name, Variable.of(Value.of(value), false, VariableOrigin.AUTOMATIC, state.at()));
    }

    /** {@code $(@D)} has no slash at its end, as {@code $(dir)} has. */
    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : path.substring(0, Math.max(slash, 1));
    }
}
