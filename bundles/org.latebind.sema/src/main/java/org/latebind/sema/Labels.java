package org.latebind.sema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.LabelId;

/**
 * The labels of a function, C11 6.8.1: one name space for the function, and gcc's {@code __label__}
 * blocks inside it. Jumps into statement expressions and into the scope of a variable length array
 * are errors.
 */
final class Labels {
    private static final class Label {
        final String name;
        final LabelId id;
        Optional<Position> definedAt = Optional.empty();
        /** Whether all places that define it are in text that may not be there. */
        boolean uncertain;
        /** Where the label stands, as the scopes around it that may not be jumped into. */
        List<Integer> inside = List.of();

        Label(String name, LabelId id) {
            this.name = name;
            this.id = id;
        }
    }

    private record Jump(Label label, List<Integer> from, Position at) {}

    private final Unit unit;
    private final Deque<Map<String, Label>> scopes = new ArrayDeque<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final List<Jump> addresses = new ArrayList<>();
    private final List<Integer> barriers = new ArrayList<>();
    private final java.util.Set<String> speculative = new java.util.HashSet<>();
    private int count;
    private int barrierCount;

    Labels(Unit unit) {
        this.unit = unit;
        scopes.push(new HashMap<>());
    }

    LabelId fresh() {
        return new LabelId(count++);
    }

    int count() {
        return count;
    }

    void enterBlock(List<String> localLabels) {
        var scope = new HashMap<String, Label>();
        for (var name : localLabels) {
            scope.put(name, new Label(name, fresh()));
        }
        scopes.push(scope);
    }

    void leaveBlock() {
        checkDefined(scopes.pop());
    }

    /** Begins a region that cannot be jumped into. */
    int enterBarrier() {
        barriers.add(barrierCount);
        return barrierCount++;
    }

    /** How many such regions are open here. */
    int barrierDepth() {
        return barriers.size();
    }

    /** Ends all regions opened since. */
    void leaveBarriers(int depth) {
        barriers.subList(depth, barriers.size()).clear();
    }

    LabelId define(String name, Position at) {
        var label = find(name);
        boolean quiet = unit.reports.isQuiet();
        if (label.definedAt.isPresent() && !label.uncertain) {
            unit.reports.report(TypeBuilder.previous(
                    Diagnostic.error(Codes.LABEL, at, "duplicate label '" + name + "'"), label.definedAt.get()));
        }
        label.uncertain = quiet && (label.definedAt.isEmpty() || label.uncertain);
        label.definedAt = Optional.of(at);
        label.inside = List.copyOf(barriers);
        return label.id;
    }

    LabelId jump(String name, Position at) {
        var label = find(name);
        if (!unit.reports.isQuiet()) {
            jumps.add(new Jump(label, List.copyOf(barriers), at));
        }
        return label.id;
    }

    /** {@code &&name}: no jump yet, but the label has to be there. */
    LabelId address(String name, Position at) {
        var label = find(name);
        if (!unit.reports.isQuiet()) {
            addresses.add(new Jump(label, List.of(), at));
        }
        return label.id;
    }

    private Label find(String name) {
        for (var scope : scopes) {
            var label = scope.get(name);
            if (label != null) {
                return label;
            }
        }
        var label = new Label(name, fresh());
        scopes.getLast().put(name, label);
        return label;
    }

    /** At the function's end. */
    void finish() {
        checkDefined(scopes.getLast());
        for (var jump : jumps) {
            if (jump.label().definedAt.isPresent() && !jump.label().uncertain && !isPrefix(jump.label().inside, jump.from())) {
                unit.reports.report(Diagnostic.error(Codes.LABEL, jump.at(),
                                "jump to '" + jump.label().name + "' enters a statement expression or the scope of a "
                                        + "variable length array")
                        .withNote("the label is here", jump.label().definedAt.get()));
            }
        }
    }

    private static boolean isPrefix(List<Integer> inner, List<Integer> outer) {
        return inner.size() <= outer.size() && outer.subList(0, inner.size()).equals(inner);
    }

    private void checkDefined(Map<String, Label> scope) {
        for (var jump : Stream.concat(jumps.stream(), addresses.stream()).toList()) {
            if (scope.get(jump.label().name) == jump.label() && jump.label().definedAt.isEmpty()
                    && !mayBeDefinedByMacro(jump.label().name)) {
                unit.reports.error(Codes.LABEL, jump.at(), "label '" + jump.label().name + "' is used but not defined");
            }
        }
    }

    /** What a macro use mentions may be a label that it defines. */
    void speculative(java.util.Collection<String> names) {
        speculative.addAll(names);
    }

    private boolean mayBeDefinedByMacro(String name) {
        return speculative.contains(name) || unit.isDeferred() && unit.source.speculation().isInMacro(name);
    }
}
