package org.latebind.syntax.api;

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
}
