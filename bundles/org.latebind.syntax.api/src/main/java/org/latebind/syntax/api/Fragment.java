package org.latebind.syntax.api;

import java.util.List;

/**
 * A sort of syntax that can be parsed on its own: what a deferred node is replaced by.
 *
 * @param <N> what the parser gives
 */
public record Fragment<N>(String name, Class<?> type) {
    public static final Fragment<Expression> EXPRESSION = new Fragment<>("expression", Expression.class);
    public static final Fragment<TypeName> TYPE_NAME = new Fragment<>("type name", TypeName.class);
    /** Block items: statements and declarations. */
    public static final Fragment<List<Statement>> STATEMENTS = new Fragment<>("statements", List.class);
    public static final Fragment<List<Declaration>> DECLARATIONS = new Fragment<>("declarations", List.class);
    /** The inside of an initializer's braces. */
    public static final Fragment<List<Initializer.Item>> INITIALIZER_ITEMS =
            new Fragment<>("initializer elements", List.class);
    public static final Fragment<List<Specifiers.Member>> MEMBERS = new Fragment<>("members", List.class);
    public static final Fragment<List<Specifiers.Enumerator>> ENUMERATORS = new Fragment<>("enumerators", List.class);
    public static final Fragment<Specifiers> SPECIFIERS = new Fragment<>("specifiers", Specifiers.class);
}
