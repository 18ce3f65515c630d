package org.latebind.syntax.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** C11 6.7 and 6.9: what stands at file scope or among block items. */
@ProviderType
public sealed interface Declaration extends Node {
    /** {@code specifiers declarator = initializer, ...;}; no declarators for a tag alone. */
    record Simple(Span span, Specifiers specifiers, List<InitDeclarator> declarators) implements Declaration {
        public Simple {
            declarators = List.copyOf(declarators);
        }
    }

    /**
     * A function definition.
     *
     * @param parameterDeclarations of an old-style definition
     */
    record Function(
            Span span, Specifiers specifiers, Declarator declarator, List<Attribute> attributes,
            List<Declaration> parameterDeclarations, Statement.Block body)
            implements Declaration {
        public Function {
            attributes = List.copyOf(attributes);
            parameterDeclarations = List.copyOf(parameterDeclarations);
        }
    }

    /** {@code _Static_assert}. */
    record Assertion(Span span, Expression condition, Optional<Expression> message) implements Declaration {}

    /** {@code asm("...");} at file scope. */
    record FileAsm(Span span, Expression text) implements Declaration {}

    /** A pragma the front end heeds or knowingly ignores; the text follows {@code #pragma}. */
    record PragmaLine(Span span, String text) implements Declaration {}

    /** A stray {@code ;}. */
    record Empty(Span span) implements Declaration {}

    /** Deferred: {@code module_init(f);}, {@code static DEFINE_MUTEX(m);}, {@code SYSCALL(x) { ... }}. */
    record MacroUse(Span span, String name) implements Declaration {}

    /** Deferred. */
    record Undecided(Choice<Declaration> choice) implements Declaration {
        @Override
        public Span span() {
            return choice.span();
        }
    }

    /**
     * @param asmLabel {@code asm("name")} after the declarator
     * @param attributes after the declarator
     */
    record InitDeclarator(
            Span span, Declarator declarator, Optional<Expression> asmLabel, List<Attribute> attributes,
            Optional<Initializer> initializer)
            implements Node {
        public InitDeclarator {
            attributes = List.copyOf(attributes);
        }
    }
}
