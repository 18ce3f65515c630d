package org.latebind.make;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/** The conditionals of one file that are open, with three truths (read.c, {@code conditional_line}). */
final class Conditionals {
    /** Whether this branch is evaluated, whether an earlier one was, and the rules that branches leave open. */
    private static final class Level {
        private Truth now;
        private Truth before = Truth.of(false);
        private boolean last;
        private final Position at;
        private final OpenRule ruleBefore;
        private final List<OpenRule> rulesBehind = new ArrayList<>();

        Level(Position at, OpenRule ruleBefore) {
            this.at = at;
            this.ruleBefore = ruleBefore;
        }
    }

    private final State state;
    private final Expander expander;
    private final Optional<Reason> guard;
    private final Deque<Level> levels = new ArrayDeque<>();

    Conditionals(State state, Expander expander) {
        this.state = state;
        this.expander = expander;
        this.guard = state.guard();
    }

    /** Where the innermost conditional began that is still open. */
    Optional<Position> open() {
        return Optional.ofNullable(levels.peek()).map(level -> level.at);
    }

    /** Whether lines are passed over. */
    boolean ignoring() {
        return levels.stream().anyMatch(level -> level.now.isFalse());
    }

    private void guard() {
        var reason = guard;
        for (var level : levels) {
            if (level.now instanceof Truth.Undecided(var undecided)) {
                reason = Optional.of(undecided);
                break;
            }
        }
        state.guardBy(reason);
    }

    /** Opens a conditional. */
    void begin(Statement.Conditional conditional, OpenRule rule) {
        var level = new Level(state.at(), rule);
        if (ignoring()) {
            level.now = Truth.of(false);
            level.before = Truth.of(true);
        } else {
            level.now = decide(conditional);
        }
        levels.push(level);
        guard();
    }

    /** Begins the next branch; the rule that is open in it. */
    OpenRule otherwise(Statement.Else branch, OpenRule rule) {
        var level = levels.peek();
        if (level == null) {
            throw state.stop("extraneous 'else'");
        }
        if (level.last) {
            throw state.stop("only one 'else' per conditional");
        }
        if (!branch.wellFormed()) {
            throw state.stop("extraneous text after 'else' directive");
        }
        level.last = branch.next().isEmpty();
        leaveBranch(level, rule);
        level.before = level.now.isTrue() || level.before.isTrue() ? Truth.of(true)
                : level.now instanceof Truth.Undecided ? level.now : level.before;
        level.now = Truth.of(true);
        guard();
        level.now = ignoring() ? Truth.of(false) : next(level.before, branch.next());
        guard();
        return level.ruleBefore;
    }

    private Truth next(Truth before, Optional<Statement.Conditional> condition) {
        return switch (before) {
            case Truth.Decided(boolean taken) when taken -> Truth.of(false);
            case Truth.Decided decided -> condition.map(this::decide).orElse(Truth.of(true));
            case Truth.Undecided(var reason) -> condition.isPresent()
                    && state.guarded(reason, () -> decide(condition.get())).isFalse() ? Truth.of(false) : before;
        };
    }

    private void leaveBranch(Level level, OpenRule rule) {
        if (!level.now.isFalse()) {
            level.rulesBehind.add(rule);
        }
    }

    /** Closes a conditional; the rule that is open behind it. */
    OpenRule end(OpenRule rule) {
        var level = levels.poll();
        if (level == null) {
            throw state.stop("extraneous 'endif'");
        }
        leaveBranch(level, rule);
        boolean oneTaken = level.now.isTrue() || level.before.isTrue();
        if (!oneTaken) {
            level.rulesBehind.add(level.ruleBefore);
        }
        guard();
        var first = level.rulesBehind.isEmpty() ? level.ruleBefore : level.rulesBehind.getFirst();
        if (level.rulesBehind.stream().allMatch(first::equals)) {
            return first;
        }
        return level.before instanceof Truth.Undecided(var reason) ? new OpenRule.Undecided(reason)
                : level.now instanceof Truth.Undecided(var reason) ? new OpenRule.Undecided(reason) : first;
    }

    private Truth decide(Statement.Conditional conditional) {
        var test = conditional.test().orElseThrow(() -> state.stop("invalid syntax in conditional"));
        var truth = switch (test) {
            case Statement.Test.Equal(var left, var right) -> expander.expand(left).equalTo(expander.expand(right));
            case Statement.Test.Defined(var name) -> isDefined(expander.expand(name));
        };
        return conditional.negated() ? truth.negated() : truth;
    }

    private Truth isDefined(Value name) {
        return switch (name) {
            case Value.Undecided u -> new Truth.Undecided(u.reason());
            case Value.Known(var text) -> {
                var words = Text.words(text);
                if (words.size() > 1) {
                    throw state.stop("invalid syntax in conditional");
                }
                yield words.isEmpty() ? Truth.of(false) : expander.find(words.getFirst())
                        .map(variable -> variable.body().isEmpty().negated()).orElse(Truth.of(false));
            }
        };
    }
}
