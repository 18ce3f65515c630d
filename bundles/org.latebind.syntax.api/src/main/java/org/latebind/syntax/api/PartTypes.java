package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.NodeShape.shape;
import static org.latebind.syntax.api.NodeShape.span;
import static org.latebind.syntax.api.PartType.PLACE;
import static org.latebind.syntax.api.PartType.TEXT;
import static org.latebind.syntax.api.PartType.constants;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.maybe;
import static org.latebind.syntax.api.PartType.node;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The types of parts that many nodes have. */
final class PartTypes {
    static final PartType<Expression> EXPRESSION = node(Expression.class);
    static final PartType<Optional<Expression>> MAYBE_EXPRESSION = maybe(EXPRESSION);
    static final PartType<List<Expression>> EXPRESSIONS = many(EXPRESSION);
    static final PartType<Statement> STATEMENT = node(Statement.class);
    static final PartType<Statement.Block> BLOCK = node(Statement.Block.class);
    static final PartType<Declaration> DECLARATION = node(Declaration.class);
    static final PartType<Declarator> DECLARATOR = node(Declarator.class);
    static final PartType<Specifiers> SPECIFIERS = node(Specifiers.class);
    static final PartType<Set<Specifiers.Qualifier>> QUALIFIERS = constants(Specifiers.Qualifier.class);
    static final PartType<TypeName> TYPE_NAME = node(TypeName.class);
    static final PartType<Attribute> ATTRIBUTE = node(Attribute.class);
    static final PartType<List<Attribute>> ATTRIBUTES = many(ATTRIBUTE);
    static final PartType<Initializer> INITIALIZER = node(Initializer.class);
    static final PartType<List<Initializer.Designator>> DESIGNATORS = many(node(Initializer.Designator.class));
    static final PartType<Optional<String>> MAYBE_TEXT = maybe(TEXT);
    static final PartType<List<String>> TEXTS = many(TEXT);

    private PartTypes() {}

    /** An undecided conditional around elements of a type. */
    static <N> PartType<Choice<N>> choice(Class<N> element) {
        NodeShape<Choice.Branch<N>> branch = shape(PartTypes.<Choice.Branch<N>>raw(Choice.Branch.class), "Branch",
                part("directive", PLACE, Choice.Branch::directive),
                part("elements", many(node(element)), Choice.Branch::elements), Choice.Branch::new);
        return new PartType.Shaped<>(shape(PartTypes.<Choice<N>>raw(Choice.class), "Choice", span(Choice::span),
                part("branches", many(new PartType.Shaped<>(branch)), Choice::branches), Choice::new));
    }

    /** The class of a generic record, which has no literal. */
    @SuppressWarnings("unchecked")
    private static <N> Class<N> raw(Class<?> type) {
        return (Class<N>) type;
    }
}
