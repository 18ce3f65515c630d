package org.latebind.syntax.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** C11 6.8 with GNU extensions; declarations are block items. */
@ProviderType
public sealed interface Statement extends Node {
    /** {@code localLabels} are those of {@code __label__}. */
    record Block(Span span, List<String> localLabels, List<Statement> items) implements Statement {
        public Block {
            localLabels = List.copyOf(localLabels);
            items = List.copyOf(items);
        }
    }

    /** A declaration (or nested assertion) as a block item. */
    record Declared(Declaration declaration) implements Statement {
        @Override
        public Span span() {
            return declaration.span();
        }
    }

    record Evaluate(Span span, Expression expression) implements Statement {}

    /** {@code ;}, or an attribute such as {@code fallthrough} followed by one. */
    record Empty(Span span, List<Attribute> attributes) implements Statement {
        public Empty {
            attributes = List.copyOf(attributes);
        }
    }

    record If(Span span, Expression condition, Statement then, Optional<Statement> otherwise) implements Statement {}

    record Switch(Span span, Expression value, Statement body) implements Statement {}

    record While(Span span, Expression condition, Statement body) implements Statement {}

    record DoWhile(Span span, Statement body, Expression condition) implements Statement {}

    /** {@code initial} is a {@link Declared}, an {@link Evaluate} or empty. */
    record For(
            Span span, Optional<Statement> initial, Optional<Expression> condition, Optional<Expression> step,
            Statement body)
            implements Statement {}

    record Label(Span span, String name, List<Attribute> attributes, Statement body) implements Statement {
        public Label {
            attributes = List.copyOf(attributes);
        }
    }

    /** {@code case low:} or GNU's {@code case low ... high:}. */
    record Case(Span span, Expression low, Optional<Expression> high, Statement body) implements Statement {}

    record Default(Span span, Statement body) implements Statement {}

    record Goto(Span span, String label) implements Statement {}

    /** {@code goto *expression;}. */
    record ComputedGoto(Span span, Expression target) implements Statement {}

    record Break(Span span) implements Statement {}

    record Continue(Span span) implements Statement {}

    record Return(Span span, Optional<Expression> value) implements Statement {}

    record Asm(AsmStatement asm) implements Statement {
        @Override
        public Span span() {
            return asm.span();
        }
    }

    /**
     * Deferred: a macro use in statement position that an expression statement cannot be.
     *
     * @param body the statement that follows where the macro is taken for a loop head
     */
    record MacroUse(Span span, String name, Optional<Statement> body) implements Statement {}

    /** Deferred. */
    record Undecided(Choice<Statement> choice) implements Statement {
        @Override
        public Span span() {
            return choice.span();
        }
    }
}
