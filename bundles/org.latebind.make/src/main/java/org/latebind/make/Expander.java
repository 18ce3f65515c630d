package org.latebind.make;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.make.Variable.Mark;

/** Expands references (GNU make manual, 6.1 to 6.3; expand.c). */
final class Expander {
    private final State state;
    private final Functions functions;
    /** Variables that are being expanded. */
    private final Set<String> open = new HashSet<>();
    /** Those of them that may refer to themselves, since {@code call} expands them. */
    private final Set<String> called = new HashSet<>();

    Expander(State state, Functions functions) {
        this.state = state;
        this.functions = functions;
    }

    Value expand(String text) {
        return expand(text, List.of());
    }

    private Value expand(String text, List<Mark> marks) {
        if (text.indexOf('$') < 0) {
            return Value.of(text);
        }
        var place = state.at();
        state.budget.enter();
        try {
            state.budget.spend(text.length());
            return references(text, marks);
        } finally {
            state.budget.leave();
            state.moveTo(place);
        }
    }

    private Value references(String text, List<Mark> marks) {
        var out = new ValueBuilder(state.budget);
        int i = 0;
        int mark = 0;
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', i)) {
            out.add(text, i, dollar);
            while (mark < marks.size() && marks.get(mark).offset() <= dollar) {
                state.moveTo(marks.get(mark++).at());
            }
            char next = dollar + 1 < text.length() ? text.charAt(dollar + 1) : '$';
            if (next == '(' || next == '{') {
                i = reference(text, dollar + 1, out);
            } else {
                out.add(next == '$' ? Value.of("$") : value(String.valueOf(next)));
                i = Math.min(dollar + 2, text.length());
            }
        }
        return out.add(text, i, text.length()).build();
    }

    /** Expands the reference whose bracket is at {@code open}; the offset behind it. */
    private int reference(String text, int open, ValueBuilder out) {
        var call = FunctionCall.parse(text, open, state);
        if (call.isPresent()) {
            out.add(functions.call(call.get()));
            return call.get().end();
        }
        char bracket = text.charAt(open);
        int end = text.indexOf(Text.closes(bracket), open + 1);
        int dollar = text.indexOf('$', open + 1);
        boolean nested = dollar >= 0 && dollar < end;
        int close = nested ? Text.closing(text, open + 1, bracket) : end;
        if (close < 0) {
            throw state.stop("unterminated variable reference");
        }
        var inside = text.substring(open + 1, close);
        out.add(named(nested ? expand(inside) : Value.of(inside)));
        return close + 1;
    }

    private Value named(Value name) {
        return switch (name) {
            case Value.Undecided u -> Value.undecided(u.reason());
            case Value.Known(var text) -> {
                int colon = text.indexOf(':');
                int equals = colon < 0 ? -1 : text.indexOf('=', colon + 1);
                yield equals < 0 ? value(text) : substituted(value(text.substring(0, colon)),
                        text.substring(colon + 1, equals), text.substring(equals + 1));
            }
        };
    }

    /** {@code $(name:from=to)}. */
    private static Value substituted(Value value, String from, String to) {
        var pattern = Pattern.of(from);
        boolean percent = pattern.percent();
        var changes = percent ? pattern : new Pattern("", true, pattern.before());
        var replacement = percent ? Pattern.of(to) : new Pattern("", true, to);
        return switch (value) {
            case Value.Undecided u -> Value.undecided(u.reason());
            case Value.Known(var text) -> Value.of(TextFunctions.patsubst(changes, replacement, text));
        };
    }

    /** A variable's value; empty where it is not defined. */
    Value value(String name) {
        var variable = state.variables.find(name, state.at());
        return variable.map(found -> value(name, found)).orElse(Value.EMPTY);
    }

    private Value value(String name, Variable variable) {
        if (!variable.recursive() || !(variable.body() instanceof Value.Known(var text)) || text.indexOf('$') < 0) {
            return variable.body();
        }
        boolean first = open.add(name);
        if (!first && !called.contains(name)) {
            state.moveTo(variable.marks().getLast().at());
            throw state.refused("LB1221", "variable '" + name + "' refers to itself");
        }
        try {
            return expand(text, variable.marks());
        } finally {
            if (first) {
                open.remove(name);
            }
        }
    }

    /** Expands a variable as {@code call} does: it may call itself. */
    Value called(String name, Variable variable) {
        boolean first = called.add(name);
        try {
            return value(name, variable);
        } finally {
            if (first) {
                called.remove(name);
            }
        }
    }

    /** The part of a text between white space, expanded. */
    Value expandStripped(String text) {
        return expand(Text.stripped(text));
    }

    Optional<Variable> find(String name) {
        return state.variables.find(name, state.at());
    }
}
