package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Initializer.Designator;
import org.latebind.syntax.api.TypeName;

/** {@code _Generic} and the builtins whose operands are not all expressions. */
final class BuiltinParser {
    private final Grammar grammar;
    private final TokenCursor cursor;

    BuiltinParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** What begins here, or empty where it is none of these. */
    Optional<Expression> parse() {
        return switch (cursor.peek()) {
            case GENERIC -> Optional.of(parseGeneric());
            case OFFSETOF -> Optional.of(parseOffsetof());
            case VA_ARG -> Optional.of(parseVaArg());
            case TYPES_COMPATIBLE -> Optional.of(parseTypesCompatible());
            case CHOOSE_EXPR -> Optional.of(parseChooseExpression());
            case HAS_ATTRIBUTE -> Optional.of(parseHasAttribute());
            case CONVERT_VECTOR -> throw cursor.error("LB3004", "'__builtin_convertvector' is not supported");
            default -> Optional.empty();
        };
    }

    private int open() {
        int first = cursor.index();
        var name = cursor.next().text();
        cursor.expect(Lexeme.OPEN_PAREN, " after '" + name + "'");
        return first;
    }

    private void comma() {
        cursor.expect(Lexeme.COMMA);
    }

    private void close() {
        cursor.expect(Lexeme.CLOSE_PAREN, " after the operands");
    }

    private TypeName type() {
        return grammar.declarators.parseTypeName();
    }

    private Expression expression() {
        return grammar.expressions.parseAssignment();
    }

    private Expression parseGeneric() {
        int first = open();
        var control = expression();
        var associations = new ArrayList<Expression.Association>();
        while (cursor.accept(Lexeme.COMMA)) {
            var type = cursor.accept(Lexeme.DEFAULT) ? Optional.<TypeName>empty() : Optional.of(associationType());
            cursor.expect(Lexeme.COLON, " in the association");
            associations.add(new Expression.Association(type, expression()));
        }
        if (associations.isEmpty()) {
            throw cursor.expected("',' and an association");
        }
        close();
        return new Expression.Generic(cursor.since(first), control, associations);
    }

    private TypeName associationType() {
        if (!grammar.guesses.deferred() && !grammar.startsTypeName(0)) {
            throw cursor.expected("a type or 'default'");
        }
        return type();
    }

    private Expression parseOffsetof() {
        int first = open();
        var type = type();
        comma();
        var path = new ArrayList<Designator>();
        path.add(field());
        while (!cursor.at(Lexeme.CLOSE_PAREN)) {
            parseStep(path);
        }
        close();
        return new Expression.Offsetof(cursor.since(first), type, path);
    }

    private Designator field() {
        int first = cursor.index();
        var name = cursor.identifier("a member's name");
        return new Designator.Field(cursor.since(first), name);
    }

    private void parseStep(List<Designator> path) {
        int first = cursor.index();
        switch (cursor.peek()) {
            case DOT -> {
                cursor.next();
                path.add(field());
            }
            case ARROW -> {
                // gcc: a->b is a[0].b.
                cursor.next();
                var span = cursor.since(first);
                path.add(new Designator.Index(span, new Expression.Number(span, "0")));
                path.add(field());
            }
            case OPEN_BRACKET -> {
                cursor.next();
                var index = grammar.expressions.parse();
                cursor.expect(Lexeme.CLOSE_BRACKET, " after the index");
                path.add(new Designator.Index(cursor.since(first), index));
            }
            default -> throw cursor.expected("'.', '[' or ')'");
        }
    }

    private Expression parseVaArg() {
        int first = open();
        var list = expression();
        comma();
        var type = type();
        close();
        return new Expression.VaArg(cursor.since(first), list, type);
    }

    private Expression parseTypesCompatible() {
        int first = open();
        var left = type();
        comma();
        var right = type();
        close();
        return new Expression.TypesCompatible(cursor.since(first), left, right);
    }

    private Expression parseChooseExpression() {
        int first = open();
        var condition = expression();
        comma();
        var then = expression();
        comma();
        var otherwise = expression();
        close();
        return new Expression.ChooseExpression(cursor.since(first), condition, then, otherwise);
    }

    private Expression parseHasAttribute() {
        int first = open();
        boolean isType = grammar.startsTypeName(0);
        var type = isType ? Optional.of(type()) : Optional.<TypeName>empty();
        var operand = isType ? Optional.<Expression>empty() : Optional.of(expression());
        comma();
        var attribute = grammar.attributes.parseOne();
        close();
        var span = cursor.since(first);
        return type.<Expression>map(t -> new Expression.HasAttributeType(span, t, attribute))
                .orElseGet(() -> new Expression.HasAttributeExpression(span, operand.orElseThrow(), attribute));
    }
}
