package org.latebind.syntax.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * C11 6.7.6, inside out: the innermost node is the {@link Identifier}, each wrapper says what the
 * declared thing is before the specifiers' type is reached. {@code *a[3]} is {@code
 * Pointer(Array(Identifier a))}: read outwards from the identifier, an array of pointers.
 */
@ProviderType
public sealed interface Declarator extends Node {
    /** The name declared; empty in an abstract declarator. */
    record Identifier(Span span, Optional<String> name) implements Declarator {}

    record Pointer(Span span, Set<Specifiers.Qualifier> qualifiers, List<Attribute> attributes, Declarator inner)
            implements Declarator {
        public Pointer {
            qualifiers = Specifiers.inOrder(qualifiers);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * @param size empty for {@code []}
     * @param star {@code [*]}
     */
    record Array(
            Span span, Declarator inner, Optional<Expression> size, boolean star, boolean isStatic,
            Set<Specifiers.Qualifier> qualifiers)
            implements Declarator {
        public Array {
            qualifiers = Specifiers.inOrder(qualifiers);
        }
    }

    /**
     * @param prototype whether there is a parameter type list ({@code (void)} included)
     * @param parameters of the prototype; empty for {@code (void)}
     * @param identifiers of an old-style definition
     */
    record Function(
            Span span, Declarator inner, boolean prototype, List<Parameter> parameters, boolean variadic,
            List<String> identifiers)
            implements Declarator {
        public Function {
            parameters = List.copyOf(parameters);
            identifiers = List.copyOf(identifiers);
        }
    }

    /** Attributes inside parentheses before a declarator: {@code int (__attribute__((x)) *f)(void)}. */
    record Attributed(Span span, List<Attribute> attributes, Declarator inner) implements Declarator {
        public Attributed {
            attributes = List.copyOf(attributes);
        }
    }

    /** One parameter declaration. */
    record Parameter(Span span, Specifiers specifiers, Declarator declarator, List<Attribute> attributes)
            implements Node {
        public Parameter {
            attributes = List.copyOf(attributes);
        }
    }

    /** The name at the core of this declarator. */
    default Optional<String> name() {
        return switch (this) {
            case Identifier i -> i.name();
            case Pointer p -> p.inner().name();
            case Array a -> a.inner().name();
            case Function f -> f.inner().name();
            case Attributed a -> a.inner().name();
        };
    }
}
