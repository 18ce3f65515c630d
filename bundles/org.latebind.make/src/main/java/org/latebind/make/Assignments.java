package org.latebind.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.make.Variable.Mark;

/** Carries out assignments (GNU make manual, 6.5 to 6.9; variable.c, {@code do_variable_definition}). */
final class Assignments {
    private final State state;
    private final Expander expander;

    Assignments(State state, Expander expander) {
        this.state = state;
        this.expander = expander;
    }

    void assign(Statement.Assignment assignment) {
        assign(assignment.modifiers(), assignment.name(), assignment.operator(), assignment.value(),
                List.of(new Mark(0, state.at())));
    }

    /** @param marks where the parts of {@code text} were written */
    void assign(
            Statement.Modifiers modifiers, String unexpandedName, Operator operator, String text, List<Mark> marks) {
        var origin = modifiers.override() ? VariableOrigin.OVERRIDE : VariableOrigin.FILE;
        switch (expander.expand(unexpandedName)) {
            case Value.Known(var name) -> {
                var trimmed = Text.stripped(name);
                if (trimmed.isEmpty()) {
                    throw state.stop("empty variable name");
                }
                define(trimmed, operator, new Written(text, marks), origin);
                export(trimmed, modifiers);
            }
            case Value.Undecided name -> {
                if (operator == Operator.SIMPLE || operator == Operator.IMMEDIATE || operator == Operator.SHELL) {
                    expander.expand(text);
                }
                state.variables.forget(name, new Reason(
                        "'" + unexpandedName + "' is set, and which variable that is, is not decided", state.at(),
                        Optional.of(name.reason())));
            }
        }
    }

    private record Written(String text, List<Mark> marks) {}

    private void define(String name, Operator operator, Written value, VariableOrigin origin) {
        var old = expander.find(name);
        var guard = state.guard();
        switch (operator) {
            case RECURSIVE -> define(name, recursive(value, origin), guard);
            case SIMPLE -> define(name, new Variable(
                    expander.expand(value.text()), value.marks(), false, origin, true), guard);
            case IMMEDIATE -> define(name, immediate(value, origin), guard);
            case SHELL -> define(name, new Variable(output(value.text()), value.marks(), true, origin, true), guard);
            case CONDITIONAL -> {
                if (old.isEmpty()) {
                    define(name, recursive(value, origin), guard);
                } else if (!old.get().certain()) {
                    define(name, recursive(value, origin), guard.or(() -> old.get().body().why()));
                }
            }
            case APPEND -> {
                if (old.isEmpty()) {
                    define(name, recursive(value, origin), guard);
                } else {
                    append(name, old.get(), value, origin);
                }
            }
        }
    }

    private void define(String name, Variable variable, Optional<Reason> guard) {
        if (name.equals(".RECIPEPREFIX") && (guard.isPresent() || variable.body().why().isPresent())) {
            throw state.refused("LB1224", "'.RECIPEPREFIX' is set to what is not decided, which is not supported");
        }
        state.variables.define(name, variable, state.at(), guard);
    }

    private static Variable recursive(Written value, VariableOrigin origin) {
        return new Variable(Value.of(value.text()), value.marks(), true, origin, true);
    }

    private Variable immediate(Written value, VariableOrigin origin) {
        var body = switch (expander.expand(value.text())) {
            case Value.Known(var text) -> Value.of(text.replace("$", "$$"));
            case Value.Undecided u -> Value.undecided(u.reason());
        };
        return new Variable(body, value.marks(), true, origin, true);
    }

    private Value output(String command) {
        return switch (expander.expand(command)) {
            case Value.Known(var text) -> Functions.folded(state.host.shell(text, state.at()), false);
            case Value.Undecided u -> Value.undecided(u.reason());
        };
    }

    private void append(String name, Variable old, Written more, VariableOrigin origin) {
        var added = old.recursive() ? Value.of(more.text()) : expander.expand(more.text());
        if (added.isEmpty().isTrue()) {
            return;
        }
        boolean first = old.body().isEmpty().isTrue();
        var body = new ValueBuilder(state.budget).add(old.body()).add(first ? "" : " ").add(added).build();
        if (old.recursive() && body instanceof Value.Undecided u) {
            body = Value.undecided(u.reason());
        }
        var marks = new ArrayList<>(first ? List.<Mark>of() : old.marks());
        int offset = first ? 0 : old.body().known().map(text -> text.length() + 1).orElse(0);
        more.marks().forEach(mark -> marks.add(new Mark(mark.offset() + offset, mark.at())));
        define(name, new Variable(body, marks, old.recursive(), origin, old.certain()), state.guard());
    }

    private void export(String name, Statement.Modifiers modifiers) {
        if (modifiers.export() || modifiers.unexport()) {
            state.exports.put(name, modifiers.export());
        }
    }
}
