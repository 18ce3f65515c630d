package org.latebind.make;

import java.util.Optional;

/** Puts a value together, in time that grows with its length, within the bounds. */
final class ValueBuilder {
    private final Budget budget;
    private StringBuilder text = new StringBuilder();
    private String before = "";
    private boolean hasWord;
    private Optional<Reason> reason = Optional.empty();

    ValueBuilder(Budget budget) {
        this.budget = budget;
    }

    ValueBuilder add(String more) {
        return add(more, 0, more.length());
    }

    ValueBuilder add(String more, int from, int to) {
        budget.spend(to - from);
        budget.length((long) before.length() + text.length() + to - from);
        text.append(more, from, to);
        return this;
    }

    ValueBuilder add(Value more) {
        switch (more) {
            case Value.Known(var known) -> add(known);
            case Value.Undecided u -> {
                add(u.before());
                if (reason.isEmpty()) {
                    reason = Optional.of(u.reason());
                    before = text.toString();
                }
                hasWord |= u.hasWord() || !text.toString().isBlank();
                text = new StringBuilder();
                add(u.after());
            }
        }
        return this;
    }

    Value build() {
        var known = text.toString();
        return reason.<Value>map(why -> new Value.Undecided(before, known, hasWord, why))
                .orElseGet(() -> Value.of(known));
    }
}
