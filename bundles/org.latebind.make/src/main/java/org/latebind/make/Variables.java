package org.latebind.make;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.latebind.diagnostics.api.Position;

/** The variables that are defined, innermost scope first, and those that may be. */
final class Variables {
    /** Assignments whose variable is not decided: any that the name may be. */
    private record Open(Value name, Reason reason) {}

    private final MakeHost host;
    private final Map<String, Variable> global = new HashMap<>();
    /** What {@code call}, {@code foreach} and {@code let} define. */
    private final Deque<Map<String, Variable>> scopes = new ArrayDeque<>();
    /** The scope that assignments go to: a target's own variables; all others are global. */
    private Optional<Map<String, Variable>> target = Optional.empty();
    private final List<Open> open = new ArrayList<>();
    /** Known not to be defined, whatever the host predefines. */
    private final Set<String> undefined = new HashSet<>();

    Variables(MakeHost host) {
        this.host = host;
    }

    /** Has assignments define variables of a target, which are in a scope of their own. */
    void definingIn(Map<String, Variable> scope, Runnable assignments) {
        var outer = target;
        target = Optional.of(scope);
        try {
            assignments.run();
        } finally {
            target = outer;
        }
    }

    /** Names of all variables that a makefile has defined. */
    Set<String> names() {
        return new TreeSet<>(global.keySet());
    }

    void push(Map<String, Variable> scope) {
        scopes.push(scope);
    }

    void pop() {
        scopes.pop();
    }

    Optional<Variable> find(String name, Position at) {
        for (var scope : scopes) {
            var found = scope.get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return outside(name, at);
    }

    private Optional<Variable> outside(String name, Position at) {
        var found = assigned(name);
        if (found.isPresent()) {
            return found;
        }
        if (undefined.contains(name)) {
            return Optional.empty();
        }
        if (name.equals(".VARIABLES")) {
            return Optional.of(Variable.of(Value.of(String.join(" ", new TreeSet<>(global.keySet()))), false,
                    VariableOrigin.DEFAULT, at));
        }
        return host.predefined(name, at);
    }

    /** A variable that is defined, or may be, here and not by the host. */
    Optional<Variable> assigned(String name) {
        var found = Optional.ofNullable(global.get(name));
        return found.isPresent() || undefined.contains(name) ? found
                : open.stream().filter(o -> o.name().mayBe(name)).findFirst().map(o -> Variable.unknown(o.reason()));
    }

    /** Defines a variable, whatever was there. */
    void set(String name, Variable variable) {
        global.put(name, variable);
        undefined.remove(name);
    }

    /**
     * Defines a variable as a makefile does.
     *
     * @param at the statement that does
     * @param guard why it is not decided whether it is defined here
     */
    void define(String name, Variable variable, Position at, Optional<Reason> guard) {
        if (isWeaker(variable.origin(), name)) {
            return;
        }
        if (target.isPresent()) {
            target.get().put(name, guard.map(Variable::unknown).orElse(variable));
            return;
        }
        if (guard.isEmpty()) {
            set(name, variable);
            return;
        }
        var reason = new Reason("'" + name + "' is set under a condition that is not decided", at, guard);
        var old = outside(name, at);
        if (old.isEmpty() || !old.get().sameAs(variable)) {
            set(name, old.map(before -> either(before, variable, reason)).orElseGet(() -> new Variable(
                    either(Value.EMPTY, variable.body(), reason), variable.marks(), variable.recursive(),
                    variable.origin(), false)));
        }
    }

    private static Variable either(Variable old, Variable changed, Reason reason) {
        boolean certain = old.certain() && old.recursive() == changed.recursive() && old.origin() == changed.origin();
        return new Variable(either(old.body(), changed.body(), old.body().why().orElse(reason)), changed.marks(),
                changed.recursive(), changed.origin(), certain);
    }

    /** What two texts have in common is only then a part of what they expand to when neither is expanded. */
    private static Value either(Value old, Value changed, Reason reason) {
        boolean plain = old.known().filter(text -> text.indexOf('$') < 0).isPresent()
                && changed.known().filter(text -> text.indexOf('$') < 0).isPresent();
        return plain ? Value.either(old, changed, reason) : Value.undecided(reason);
    }

    private boolean isWeaker(VariableOrigin origin, String name) {
        var old = global.get(name);
        return old != null && origin.compareTo(old.origin()) < 0;
    }

    void undefine(String name, VariableOrigin origin, Position at, Optional<Reason> guard) {
        if (isWeaker(origin, name)) {
            return;
        }
        if (guard.isPresent()) {
            var reason = new Reason("'" + name + "' is undefined under a condition that is not decided", at, guard);
            define(name, Variable.unknown(reason), at, Optional.empty());
        } else {
            global.remove(name);
            undefined.add(name);
        }
    }

    /** Any variable that the name may be has any value from now on. */
    void forget(Value name, Reason reason) {
        open.add(new Open(name, reason));
        undefined.removeIf(name::mayBe);
        global.replaceAll((known, variable) ->
                name.mayBe(known) && variable.origin().compareTo(VariableOrigin.FILE) <= 0
                        ? Variable.unknown(reason) : variable);
    }
}
