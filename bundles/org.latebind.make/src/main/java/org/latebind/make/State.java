package org.latebind.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;

/** What an evaluation has come to, shared by its parts. */
final class State {
    final MakeHost host;
    final Budget budget;
    final Variables variables;
    final List<RuleInProgress> rules = new ArrayList<>();
    final List<TargetVariable> targetVariables = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    /** Whether a variable is exported, as far as a makefile says so. */
    final Map<String, Boolean> exports = new TreeMap<>();
    /** Whether all variables are exported that are not kept from being so. */
    boolean exportsAll;

    private Position at = Position.NONE;
    private Optional<Reason> guard = Optional.empty();

    State(MakeHost host, Limits limits) {
        this.host = host;
        this.budget = new Budget(limits);
        this.variables = new Variables(host);
    }

    /** The line that is evaluated, or what of a variable is expanded. */
    Position at() {
        return at;
    }

    void moveTo(Position place) {
        at = place;
    }

    /** Why it is not decided whether what is evaluated now is evaluated at all. */
    Optional<Reason> guard() {
        return guard;
    }

    void guardBy(Optional<Reason> reason) {
        guard = reason;
    }

    /** Evaluates what is perhaps not evaluated. */
    <T> T guarded(Reason reason, Supplier<T> evaluation) {
        var outer = guard;
        guard = Optional.of(reason);
        try {
            return evaluation.get();
        } finally {
            guard = outer;
        }
    }

    /** What GNU make stops at. */
    DiagnosticException stop(String message) {
        return refused("LB1220", message);
    }

    DiagnosticException refused(String code, String message) {
        return DiagnosticException.refused(Diagnostic.error(code, at, message));
    }

    DiagnosticException refused(String code, String what, Reason because) {
        return DiagnosticException.refused(new Reason(what, at, Optional.of(because)).toDiagnostic(code));
    }

    /** Reports what ends a makefile's evaluation, unless it is not decided that it does. */
    void stops(Value text) {
        if (guard.isEmpty()) {
            throw refused("LB1223", "the makefile stops here: "
                    + text.known().orElse("(with a message that is not decided)"));
        }
        messages.add(new Message(Message.Kind.ERROR, text, at, guard));
    }
}
