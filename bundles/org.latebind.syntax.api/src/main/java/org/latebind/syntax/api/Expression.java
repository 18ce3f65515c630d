package org.latebind.syntax.api;

import java.util.List;
import java.util.Optional;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;
import org.osgi.annotation.versioning.ProviderType;

/** C11 6.5 with GNU extensions. {@code __extension__} leaves no node. */
@ProviderType
public sealed interface Expression extends Node {
    record Name(Span span, String name) implements Expression {}

    /** An integer or floating constant, as spelled. */
    record Number(Span span, String spelling) implements Expression {}

    /** A character constant, as spelled. */
    record Character(Span span, String spelling) implements Expression {
        public Character {
            int quote = spelling.indexOf('\'');
            if (quote < 0 || quote == spelling.length() - 1 || !spelling.endsWith("'")) {
                throw new IllegalArgumentException("a character constant has quotes");
            }
        }
    }

    /** Adjacent string literals, as spelled; never empty. */
    record Text(Span span, List<Token> pieces) implements Expression {
        public Text {
            pieces = List.copyOf(pieces);
            if (pieces.isEmpty() || !pieces.stream().allMatch(piece -> piece.kind() == TokenKind.STRING)) {
                throw new IllegalArgumentException("a text is of string literals");
            }
        }
    }

    /** Kept, because parentheses decide null pointer constants' spelling, warnings and splicing. */
    record Parenthesized(Span span, Expression inner) implements Expression {}

    record Index(Span span, Expression base, Expression index) implements Expression {}

    record Call(Span span, Expression callee, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code base.name} or {@code base->name}. */
    record Member(Span span, Expression base, boolean arrow, String name) implements Expression {}

    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

    record Binary(Span span, BinaryOperator operator, Expression left, Expression right) implements Expression {}

    /** {@code left = right} where {@code operator} is empty, else a compound assignment. */
    record Assign(Span span, Optional<BinaryOperator> operator, Expression target, Expression value)
            implements Expression {}

    /** {@code condition ? then : otherwise}; GNU allows {@code then} to be missing. */
    record Conditional(Span span, Expression condition, Optional<Expression> then, Expression otherwise)
            implements Expression {}

    record Comma(Span span, Expression left, Expression right) implements Expression {}

    record Cast(Span span, TypeName type, Expression operand) implements Expression {}

    record CompoundLiteral(Span span, TypeName type, Initializer.Braced value) implements Expression {}

    record SizeofExpression(Span span, Expression operand) implements Expression {}

    record SizeofType(Span span, TypeName type) implements Expression {}

    /** {@code preferred}: {@code __alignof__}, which gives the preferred alignment; else {@code _Alignof}. */
    record AlignofExpression(Span span, Expression operand, boolean preferred) implements Expression {}

    record AlignofType(Span span, TypeName type, boolean preferred) implements Expression {}

    /** {@code _Generic}. */
    record Generic(Span span, Expression control, List<Association> associations) implements Expression {
        public Generic {
            associations = List.copyOf(associations);
        }
    }

    /** {@code type} is empty for {@code default}. */
    record Association(Optional<TypeName> type, Expression value) {}

    /** {@code ({ ... })}. */
    record StatementExpression(Span span, Statement.Block block) implements Expression {}

    /** {@code &&label}. */
    record LabelAddress(Span span, String label) implements Expression {}

    /** {@code __builtin_offsetof(type, path)}; {@code path} begins with a field. */
    record Offsetof(Span span, TypeName type, List<Initializer.Designator> path) implements Expression {
        public Offsetof {
            path = List.copyOf(path);
        }
    }

    record VaArg(Span span, Expression list, TypeName type) implements Expression {}

    record TypesCompatible(Span span, TypeName left, TypeName right) implements Expression {}

    record ChooseExpression(Span span, Expression condition, Expression then, Expression otherwise)
            implements Expression {}

    /** {@code __builtin_has_attribute(expression, attribute)}. */
    record HasAttributeExpression(Span span, Expression operand, Attribute attribute) implements Expression {}

    /** {@code __builtin_has_attribute(type, attribute)}. */
    record HasAttributeType(Span span, TypeName type, Attribute attribute) implements Expression {}

    /** Deferred: a macro use in expression position whose arguments are not all expressions. */
    record MacroUse(Span span, String name) implements Expression {}

    /** Deferred: adjacent strings and names, {@code KERN_INFO "x" FMT}. */
    record MixedText(Span span, List<Token> pieces) implements Expression {
        public MixedText {
            pieces = List.copyOf(pieces);
        }
    }

    /** Unary and postfix operators. */
    enum UnaryOperator {
        PRE_INCREMENT("++"), PRE_DECREMENT("--"), POST_INCREMENT("++"), POST_DECREMENT("--"),
        ADDRESS("&"), DEREFERENCE("*"), PLUS("+"), MINUS("-"), COMPLEMENT("~"), NOT("!"),
        REAL("__real__"), IMAGINARY("__imag__");

        private final String spelling;

        UnaryOperator(String spelling) {
            this.spelling = spelling;
        }

        public String spelling() {
            return spelling;
        }
    }

    /** Binary operators other than assignment and comma. */
    enum BinaryOperator {
        MULTIPLY("*"), DIVIDE("/"), REMAINDER("%"), ADD("+"), SUBTRACT("-"), SHIFT_LEFT("<<"), SHIFT_RIGHT(">>"),
        LESS("<"), GREATER(">"), LESS_EQUAL("<="), GREATER_EQUAL(">="), EQUAL("=="), NOT_EQUAL("!="),
        BIT_AND("&"), BIT_XOR("^"), BIT_OR("|"), LOGICAL_AND("&&"), LOGICAL_OR("||");

        private final String spelling;

        BinaryOperator(String spelling) {
            this.spelling = spelling;
        }

        public String spelling() {
            return spelling;
        }
    }
}
