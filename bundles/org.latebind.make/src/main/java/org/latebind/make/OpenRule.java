package org.latebind.make;

/** What a line with a tab belongs to. */
sealed interface OpenRule {
    /** No rule: the line is like any other. */
    record None() implements OpenRule {}

    /** A rule without targets, whose recipe goes nowhere. */
    record WithoutTargets() implements OpenRule {}

    record Open(RuleInProgress rule) implements OpenRule {}

    /** Which of them it is, is not decided. */
    record Undecided(Reason reason) implements OpenRule {}
}
