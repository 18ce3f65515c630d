package org.latebind.parser;

import java.util.Optional;
import org.latebind.syntax.api.Expression.BinaryOperator;
import org.latebind.syntax.api.Expression.UnaryOperator;

/** C11 6.5: which lexeme is which operator, and how tightly it binds. */
final class Operators {
    /** Of {@code ||}, the loosest binary operator. */
    static final int LOOSEST = 1;

    private Operators() {}

    /** 0 where the lexeme is no binary operator; {@code *} binds tightest. */
    static int precedence(Lexeme lexeme) {
        return switch (lexeme) {
            case OR_OR -> LOOSEST;
            case AND_AND -> 2;
            case BAR -> 3;
            case CARET -> 4;
            case AMPERSAND -> 5;
            case EQUAL_EQUAL, NOT_EQUAL -> 6;
            case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> 7;
            case SHIFT_LEFT, SHIFT_RIGHT -> 8;
            case PLUS, MINUS -> 9;
            case STAR, SLASH, PERCENT -> 10;
            default -> 0;
        };
    }

    static BinaryOperator binary(Lexeme lexeme) {
        return switch (lexeme) {
            case OR_OR -> BinaryOperator.LOGICAL_OR;
            case AND_AND -> BinaryOperator.LOGICAL_AND;
            case BAR -> BinaryOperator.BIT_OR;
            case CARET -> BinaryOperator.BIT_XOR;
            case AMPERSAND -> BinaryOperator.BIT_AND;
            case EQUAL_EQUAL -> BinaryOperator.EQUAL;
            case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case LESS -> BinaryOperator.LESS;
            case GREATER -> BinaryOperator.GREATER;
            case LESS_EQUAL -> BinaryOperator.LESS_EQUAL;
            case GREATER_EQUAL -> BinaryOperator.GREATER_EQUAL;
            case SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
            case SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
            case PLUS -> BinaryOperator.ADD;
            case MINUS -> BinaryOperator.SUBTRACT;
            case STAR -> BinaryOperator.MULTIPLY;
            case SLASH -> BinaryOperator.DIVIDE;
            case PERCENT -> BinaryOperator.REMAINDER;
            default -> throw new IllegalArgumentException(lexeme.name());
        };
    }

    static boolean isAssignment(Lexeme lexeme) {
        return lexeme == Lexeme.EQUAL || compound(lexeme).isPresent();
    }

    /** The operator inside a compound assignment. */
    static Optional<BinaryOperator> compound(Lexeme lexeme) {
        return switch (lexeme) {
            case STAR_EQUAL -> Optional.of(BinaryOperator.MULTIPLY);
            case SLASH_EQUAL -> Optional.of(BinaryOperator.DIVIDE);
            case PERCENT_EQUAL -> Optional.of(BinaryOperator.REMAINDER);
            case PLUS_EQUAL -> Optional.of(BinaryOperator.ADD);
            case MINUS_EQUAL -> Optional.of(BinaryOperator.SUBTRACT);
            case SHIFT_LEFT_EQUAL -> Optional.of(BinaryOperator.SHIFT_LEFT);
            case SHIFT_RIGHT_EQUAL -> Optional.of(BinaryOperator.SHIFT_RIGHT);
            case AND_EQUAL -> Optional.of(BinaryOperator.BIT_AND);
            case XOR_EQUAL -> Optional.of(BinaryOperator.BIT_XOR);
            case OR_EQUAL -> Optional.of(BinaryOperator.BIT_OR);
            default -> Optional.empty();
        };
    }

    static Optional<UnaryOperator> prefix(Lexeme lexeme) {
        return switch (lexeme) {
            case PLUS_PLUS -> Optional.of(UnaryOperator.PRE_INCREMENT);
            case MINUS_MINUS -> Optional.of(UnaryOperator.PRE_DECREMENT);
            case AMPERSAND -> Optional.of(UnaryOperator.ADDRESS);
            case STAR -> Optional.of(UnaryOperator.DEREFERENCE);
            case PLUS -> Optional.of(UnaryOperator.PLUS);
            case MINUS -> Optional.of(UnaryOperator.MINUS);
            case TILDE -> Optional.of(UnaryOperator.COMPLEMENT);
            case EXCLAMATION -> Optional.of(UnaryOperator.NOT);
            case REAL -> Optional.of(UnaryOperator.REAL);
            case IMAG -> Optional.of(UnaryOperator.IMAGINARY);
            default -> Optional.empty();
        };
    }
}
