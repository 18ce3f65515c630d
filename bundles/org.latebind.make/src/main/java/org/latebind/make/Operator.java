package org.latebind.make;

/** How an assignment assigns. */
public enum Operator {
    /** {@code =}: expanded when it is used. */
    RECURSIVE("="),
    /** {@code :=} and {@code ::=}: expanded at once. */
    SIMPLE(":="),
    /** {@code :::=}: expanded at once, and again when it is used, without effect. */
    IMMEDIATE(":::="),
    /** {@code ?=}: only where the variable is not defined. */
    CONDITIONAL("?="),
    APPEND("+="),
    /** {@code !=}: what a command writes. */
    SHELL("!=");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** As it is written. */
    public String text() {
        return text;
    }
}
