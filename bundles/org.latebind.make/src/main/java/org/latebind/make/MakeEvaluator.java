package org.latebind.make;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;

/**
 * Evaluates makefiles as GNU make reads them. What has been evaluated stays: more makefiles may follow, and text be
 * expanded between them.
 *
 * <p>Every method throws a {@link DiagnosticException} with the place in a makefile where GNU make would stop, where
 * something is not supported, or where a bound is passed.
 */
public final class MakeEvaluator {
    /** As which it is known to makefiles that ask. */
    private static final Map<String, String> PREDEFINED = Map.of(
            "MAKE", "make",
            "MAKE_COMMAND", "make",
            "MAKE_VERSION", "4.4.1",
            "MAKEFILE_LIST", "",
            ".FEATURES", "target-specific order-only second-expansion else-if shortest-stem undefine oneshell "
                    + "nocomment grouped-target extra-prereqs notintermediate archives jobserver output-sync "
                    + "check-symlink");

    private final State state;
    private final Expander expander;

    public MakeEvaluator(MakeHost host, Limits limits) {
        this.state = new State(host, limits);
        this.expander = new Functions(state, this).expander();
        PREDEFINED.forEach((name, value) ->
                state.variables.set(name, Variable.of(Value.of(value), false, VariableOrigin.DEFAULT, Position.NONE)));
    }

    /** Defines a variable that is not expanded when it is used. */
    public void define(String name, Value value, VariableOrigin origin) {
        state.variables.set(name, Variable.of(value, false, origin, Position.NONE));
    }

    /** Includes a file that the host has. */
    public void include(String path) {
        bounded(() -> {
            new Evaluation(state, expander, this, new Makefile(Position.NONE.file(), List.of(
                    new Line(Position.NONE, "include " + path, new Statement.Include(true, path.replace("$", "$$"))))))
                    .run();
            return path;
        });
    }

    public void evaluate(Makefile makefile) {
        bounded(() -> {
            new Evaluation(state, expander, this, makefile).run();
            return makefile;
        });
    }

    /** Evaluates a makefile that is a file. */
    public void evaluate(String path, Makefile makefile) {
        bounded(() -> {
            state.budget.file();
            return makefile;
        });
        var list = new Statement.Assignment(
                Statement.Modifiers.NONE, "MAKEFILE_LIST", Operator.APPEND, path.replace("$", "$$"));
        evaluate(new Makefile(makefile.file(), List.of(new Line(state.at(), "", list))));
        evaluate(makefile);
    }

    /** @param at to which a refusal is put that no variable's definition is the place of */
    public Value expand(String text, Position at) {
        return bounded(() -> {
            var place = state.at();
            state.moveTo(at);
            try {
                return expander.expand(text);
            } finally {
                state.moveTo(place);
            }
        });
    }

    /**
     * Expands text as in a recipe of a target: with its automatic variables, and those assigned for it alone.
     *
     * <p>What a target's prerequisites inherit from it is not given to them.
     */
    public Value expandFor(Target target, String text, Position at) {
        return bounded(() -> {
            var place = state.at();
            state.moveTo(at);
            try {
                return new TargetScope(state, expander, target).expand(text);
            } finally {
                state.moveTo(place);
            }
        });
    }

    /** A variable's value; empty where it is not defined. */
    public Value value(String name) {
        return bounded(() -> expander.value(name));
    }

    public Optional<Variable> variable(String name) {
        return expander.find(name);
    }

    /** A variable that a makefile defines, or may define: not what the host predefines. */
    public Optional<Variable> assigned(String name) {
        return state.variables.assigned(name);
    }

    public List<Rule> rules() {
        return state.rules.stream().map(RuleInProgress::rule).toList();
    }

    public List<TargetVariable> targetVariables() {
        return List.copyOf(state.targetVariables);
    }

    public List<Message> messages() {
        return List.copyOf(state.messages);
    }

    /** Variables that makefiles export, or keep from being exported, by name. */
    public Map<String, Boolean> exports() {
        return Map.copyOf(state.exports);
    }

    /**
     * What a command that is run has in its environment: the variables that are exported, and of its own environment
     * those that are not kept back, as they are now. What make's command line sets is not in it.
     *
     * @param inherited names of the variables of make's own environment
     */
    public SortedMap<String, Value> environment(Set<String> inherited) {
        return bounded(() -> {
            var names = new TreeSet<>(inherited);
            state.exports.forEach((name, exported) -> names.add(name));
            if (state.exportsAll) {
                state.variables.names().stream().filter(name -> name.matches("[A-Za-z_]\\w*")).forEach(names::add);
            }
            names.removeIf(name -> !state.exports.getOrDefault(name, true));
            var environment = new TreeMap<String, Value>();
            for (var name : names) {
                variable(name).filter(MakeEvaluator::isPassedOn)
                        .ifPresent(variable -> environment.put(name, expander.value(name)));
            }
            return environment;
        });
    }

    private static boolean isPassedOn(Variable variable) {
        return switch (variable.origin()) {
            case ENVIRONMENT, FILE, OVERRIDE -> true;
            case DEFAULT, COMMAND_LINE, AUTOMATIC -> false;
        };
    }

    private <T> T bounded(Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (Budget.Exhausted exhausted) {
            throw DiagnosticException.refused(
                    Diagnostic.error("LB1221", state.at(), "the makefile " + exhausted.getMessage()));
        }
    }
}
