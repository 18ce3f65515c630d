package org.latebind.codegen.api;

import java.util.Objects;
import java.util.Set;

/**
 * An attribute that settings put on functions.
 *
 * @param text as IR text has it, {@code noredzone} or {@code "fentry-call"="true"}
 * @param unless the attribute is left out of a function that has this trait
 */
public record FunctionAttribute(String text, Trait unless) {
    /** What a function's own attributes say that takes some of the settings' attributes away. */
    public enum Trait {
        /** Said of no function: the attribute is on every definition. */
        NONE,
        /** {@code no_instrument_function}: not traced. */
        NOT_INSTRUMENTED,
        /** {@code no_stack_protector}. */
        NO_STACK_PROTECTOR,
        /** {@code patchable_function_entry(n, m)}: brings its own numbers. */
        OWN_PATCHABLE_ENTRY,
        /** {@code aligned(n)} on the function: brings its own number. */
        OWN_ALIGNMENT,
        /** {@code target("...")}: brings its own features. */
        OWN_FEATURES
    }

    public FunctionAttribute {
        Objects.requireNonNull(text);
        Objects.requireNonNull(unless);
    }

    public static FunctionAttribute always(String text) {
        return new FunctionAttribute(text, Trait.NONE);
    }

    boolean appliesTo(Set<Trait> traits) {
        return unless == Trait.NONE || !traits.contains(unless);
    }
}
