package org.latebind.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.make.Variable.Mark;

/** Evaluates the lines of one file, or of text that is evaluated (read.c, {@code eval}). */
final class Evaluation {
    private final State state;
    private final Expander expander;
    private final Assignments assignments;
    private final MakeEvaluator evaluator;
    private final Conditionals conditionals;
    private final List<Line> lines;
    private OpenRule rule = new OpenRule.None();
    /** Whether the body of a definition that is passed over is. */
    private boolean inPassedDefinition;
    private int next;

    Evaluation(State state, Expander expander, MakeEvaluator evaluator, Makefile makefile) {
        this.state = state;
        this.expander = expander;
        this.assignments = new Assignments(state, expander);
        this.evaluator = evaluator;
        this.conditionals = new Conditionals(state, expander);
        this.lines = makefile.lines();
    }

    void run() {
        var place = state.at();
        var guard = state.guard();
        state.budget.enter();
        try {
            while (next < lines.size()) {
                var line = lines.get(next++);
                state.budget.spend(line.raw().length());
                state.moveTo(line.at());
                evaluate(line);
            }
            conditionals.open().ifPresent(begin -> {
                state.moveTo(begin);
                throw state.stop("missing 'endif'");
            });
        } finally {
            state.budget.leave();
            state.moveTo(place);
            state.guardBy(guard);
        }
    }

    private void evaluate(Line line) {
        boolean tabbed = !line.raw().isEmpty() && line.raw().charAt(0) == recipePrefix();
        if (tabbed && isRecipe(line)) {
            return;
        }
        if (conditionals.ignoring()) {
            passOver(line.statement());
        } else if (tabbed && line.statement() instanceof Statement.Text) {
            throw state.stop("recipe commences before first target");
        } else {
            evaluate(line, line.statement());
        }
    }

    private char recipePrefix() {
        return state.variables.find(".RECIPEPREFIX", state.at()).flatMap(variable -> variable.body().known())
                .filter(text -> !text.isEmpty()).map(text -> text.charAt(0)).orElse('\t');
    }

    private boolean isRecipe(Line line) {
        return switch (rule) {
            case OpenRule.None none -> false;
            case OpenRule.WithoutTargets without -> true;
            case OpenRule.Open open -> {
                if (!conditionals.ignoring()) {
                    open.rule().add(line.raw().substring(1), line.at());
                }
                yield true;
            }
            case OpenRule.Undecided undecided -> {
                if (!(line.statement() instanceof Statement.Empty)) {
                    throw state.refused("LB1225", "whether this line is a recipe's is not decided", undecided.reason());
                }
                yield true;
            }
        };
    }

    private void passOver(Statement statement) {
        switch (statement) {
            case Statement.Define define -> inPassedDefinition = true;
            case Statement.EndDefine end when inPassedDefinition -> inPassedDefinition = false;
            case Statement.Conditional conditional when !inPassedDefinition -> conditionals.begin(conditional, rule);
            case Statement.Else branch when !inPassedDefinition -> rule = conditionals.otherwise(branch, rule);
            case Statement.EndIf end when !inPassedDefinition -> rule = conditionals.end(rule);
            default -> { }
        }
    }

    private void evaluate(Line line, Statement statement) {
        switch (statement) {
            case Statement.Empty empty -> { }
            case Statement.Conditional conditional -> conditionals.begin(conditional, rule);
            case Statement.Else branch -> rule = conditionals.otherwise(branch, rule);
            case Statement.EndIf end -> rule = conditionals.end(rule);
            default -> {
                // Whatever else is not indented ends the rule before.
                rule = new OpenRule.None();
                evaluateOutsideOfRules(line, statement);
            }
        }
    }

    private void evaluateOutsideOfRules(Line line, Statement statement) {
        switch (statement) {
            case Statement.Assignment assignment -> assignments.assign(assignment);
            case Statement.Define define -> define(define);
            case Statement.Undefine undefine -> undefine(undefine);
            case Statement.Include include -> include(include);
            case Statement.Export export -> export(export);
            case Statement.SearchPath path -> expander.expand(path.text());
            case Statement.Load load -> throw state.refused("LB1224", "'load' is not supported");
            case Statement.EndDefine end -> throw state.stop("'endef' without 'define'");
            case Statement.Text text -> rule(line);
            case Statement.Empty empty -> { }
            case Statement.Conditional conditional -> { }
            case Statement.Else branch -> { }
            case Statement.EndIf end -> { }
        }
    }

    private void define(Statement.Define define) {
        var body = new StringBuilder();
        var marks = new ArrayList<Mark>();
        char prefix = recipePrefix();
        var start = state.at();
        int level = 1;
        while (true) {
            if (next == lines.size()) {
                state.moveTo(start);
                throw state.stop("missing 'endef', unterminated 'define'");
            }
            var line = lines.get(next++);
            var text = Text.joined(line.raw());
            level += text.isEmpty() || text.charAt(0) != prefix ? nesting(text) : 0;
            if (level == 0) {
                break;
            }
            marks.add(new Mark(body.length(), line.at()));
            body.append(text).append('\n');
            state.budget.length(body.length());
        }
        if (!body.isEmpty()) {
            body.setLength(body.length() - 1);
        }
        assignments.assign(define.modifiers(), define.name(), define.operator(), body.toString(),
                marks.isEmpty() ? List.of(new Mark(0, start)) : marks);
    }

    /** How a line of a definition's body changes the depth of definitions in it. */
    private static int nesting(String line) {
        int start = Text.skipSpace(line, 0);
        return switch (line.substring(start, Text.endOfWord(line, start))) {
            case "define" -> 1;
            case "endef" -> -1;
            default -> 0;
        };
    }

    private void undefine(Statement.Undefine undefine) {
        var origin = undefine.modifiers().override() ? VariableOrigin.OVERRIDE : VariableOrigin.FILE;
        switch (expander.expand(undefine.name())) {
            case Value.Known(var name) ->
                    state.variables.undefine(Text.stripped(name), origin, state.at(), state.guard());
            case Value.Undecided name -> state.variables.forget(name, new Reason(
                    "'" + undefine.name() + "' is undefined, and which variable that is, is not decided", state.at(),
                    Optional.of(name.reason())));
        }
    }

    private void include(Statement.Include include) {
        switch (expander.expand(include.names())) {
            case Value.Known(var names) -> Text.words(names).forEach(name -> includeWord(name, include.required()));
            case Value.Undecided u -> forgetAll("a file is included whose name is not decided", u.reason());
        }
    }

    private void includeWord(String word, boolean required) {
        if (!word.matches("[^*?\\[]*")) {
            switch (state.host.wildcard(word, state.at())) {
                case Value.Known(var found) when found.isEmpty() -> includeFile(word, required);
                case Value.Known(var found) -> Text.words(found).forEach(name -> includeFile(name, required));
                case Value.Undecided u -> forgetAll("which files '" + word + "' includes is not decided", u.reason());
            }
        } else {
            includeFile(word, required);
        }
    }

    private void includeFile(String path, boolean required) {
        switch (state.host.include(path, required, state.at())) {
            case MakeHost.Included.Text(var file, var text) -> evaluator.evaluate(path, Makefile.parse(file, text));
            case MakeHost.Included.Undecided(var reason) ->
                    forgetAll("what '" + path + "' sets is not decided", reason);
            case MakeHost.Included.Absent absent -> {
                if (required && state.guard().isEmpty()) {
                    throw state.refused("LB1222", "there is no file '" + path + "' to include");
                }
            }
        }
    }

    private void forgetAll(String what, Reason because) {
        state.variables.forget(Value.undecided(because), new Reason(what, state.at(), Optional.of(because)));
    }

    private void export(Statement.Export export) {
        if (Text.stripped(export.names()).isEmpty()) {
            state.exportsAll = export.exported();
            return;
        }
        expander.expand(export.names()).known().map(Text::words).orElse(List.of())
                .forEach(name -> state.exports.put(name, export.exported()));
    }

    private void rule(Line line) {
        RuleLine.parse(line.raw(), state, expander).ifPresent(this::rule);
    }

    private void rule(RuleLine line) {
        var assignment = StatementParser.assignment(line.withoutSecondColon() + line.semicolon(), false)
                .filter(Statement.Assignment.class::isInstance).map(Statement.Assignment.class::cast);
        if (assignment.isPresent()) {
            state.targetVariables.add(new TargetVariable(line.targets(), assignment.get(), state.at(), state.guard()));
            return;
        }
        var targets = line.targets();
        if (targets.known().filter(String::isBlank).isPresent()) {
            rule = new OpenRule.WithoutTargets();
            return;
        }
        if (targets.known().filter(text -> Text.words(text).contains(".POSIX")).isPresent()) {
            throw state.refused("LB1224", "'.POSIX' is not supported");
        }
        state.exportsAll |= targets.known().filter(text -> text.equals(".EXPORT_ALL_VARIABLES")).isPresent();
        var prerequisites = expander.expand(line.withoutSecondColon());
        var open = new RuleInProgress(targets, prerequisites, state.at(), state.guard());
        if (!line.semicolon().isEmpty()) {
            open.add(line.semicolon().substring(1), state.at());
        }
        state.rules.add(open);
        rule = new OpenRule.Open(open);
    }
}
