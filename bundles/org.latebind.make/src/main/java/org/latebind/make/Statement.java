package org.latebind.make;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a logical line is where it is not part of a recipe: as much as its text alone decides. */
@ProviderType
public sealed interface Statement {
    /** Words before an assignment. */
    record Modifiers(boolean export, boolean unexport, boolean override, boolean isPrivate) {
        static final Modifiers NONE = new Modifiers(false, false, false, false);
    }

    /** White space or a comment. */
    record Empty() implements Statement {}

    /** @param name unexpanded, as is {@code value} */
    record Assignment(Modifiers modifiers, String name, Operator operator, String value) implements Statement {}

    /** The first line of a definition; its body are the lines up to the {@code endef} that fits. */
    record Define(Modifiers modifiers, String name, Operator operator) implements Statement {}

    record Undefine(Modifiers modifiers, String name) implements Statement {}

    /** @param test empty where it is not well formed, which matters only where it is asked */
    record Conditional(boolean negated, Optional<Test> test) implements Statement {}

    /** @param next the conditional behind {@code else} */
    record Else(Optional<Conditional> next, boolean wellFormed) implements Statement {}

    record EndIf() implements Statement {}

    /** Ends a definition; only that of a definition in a branch that is not taken is seen as a line. */
    record EndDefine() implements Statement {}

    /** @param required false for {@code -include} and {@code sinclude} */
    record Include(boolean required, String names) implements Statement {}

    /** @param names unexpanded; empty for all variables */
    record Export(boolean exported, String names) implements Statement {}

    /** {@code vpath}. */
    record SearchPath(String text) implements Statement {}

    /** {@code load}: native code. */
    record Load(String text) implements Statement {}

    /** A rule, an assignment for some targets, or text that expands to one of them or to nothing. */
    record Text() implements Statement {}

    /** What a conditional asks, unexpanded. */
    sealed interface Test {
        record Defined(String name) implements Test {}

        record Equal(String left, String right) implements Test {}
    }
}
