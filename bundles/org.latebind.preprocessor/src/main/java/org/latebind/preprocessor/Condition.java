package org.latebind.preprocessor;

import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * Evaluates the condition of {@code #if}, C11 6.10.1. Tokens are read through the expander as they
 * are needed, because the operand of {@code defined} is not replaced.
 */
final class Condition {
    private static final int DEEPEST = 500;

    private final UnitState state;
    private final Expander expander;
    private final Position directive;
    private Token token;
    private int depth;

    Condition(UnitState state, Expander expander, Position directive) {
        this.state = state;
        this.expander = expander;
        this.directive = directive;
    }

    /** A condition that is not well formed is reported and counts as false, as with gcc. */
    boolean isTrue() {
        try {
            advance();
            if (token == null) {
                throw failure("#if without a condition");
            }
            var value = comma(true);
            if (token != null) {
                throw failure(token.isPunctuator(")")
                        ? "')' without '('"
                        : "'" + token.text() + "' cannot stand here: an operator is missing before it");
            }
            return value.isTrue();
        } catch (Failure failure) {
            if (failure.missing.map(state::missesFirst).orElse(true)) {
                state.report(failure.diagnostic);
            }
            return false;
        }
    }

    private void advance() {
        token = expander.read();
    }

    private Integer64 comma(boolean live) {
        var value = conditional(live);
        while (isPunctuator(",")) {
            advance();
            value = conditional(live);
        }
        return value;
    }

    private Integer64 conditional(boolean live) {
        var condition = binary(1, live);
        if (!isPunctuator("?")) {
            return condition;
        }
        advance();
        deeper();
        var yes = comma(live && condition.isTrue());
        expect(":");
        var no = conditional(live && !condition.isTrue());
        depth--;
        boolean unsigned = yes.unsigned() || no.unsigned();
        return new Integer64(condition.isTrue() ? yes.bits() : no.bits(), unsigned);
    }

    private Integer64 binary(int level, boolean live) {
        var left = unary(live);
        while (token != null && token.kind() == TokenKind.PUNCTUATOR) {
            var operator = token.text();
            int binding = binding(operator);
            if (binding < level) {
                break;
            }
            advance();
            boolean decided = operator.equals("&&") && !left.isTrue() || operator.equals("||") && left.isTrue();
            var right = binary(binding + 1, live && !decided);
            left = combine(operator, left, right, live);
        }
        return left;
    }

    private Integer64 combine(String operator, Integer64 left, Integer64 right, boolean live) {
        if (operator.equals("&&")) {
            return Integer64.of(left.isTrue() && right.isTrue());
        }
        if (operator.equals("||")) {
            return Integer64.of(left.isTrue() || right.isTrue());
        }
        var value = Integer64.apply(operator, left, right);
        if (value == null) {
            if (live) {
                throw failure("division by zero");
            }
            return Integer64.ZERO;
        }
        return value;
    }

    private static int binding(String operator) {
        return switch (operator) {
            case "||" -> 1;
            case "&&" -> 2;
            case "|" -> 3;
            case "^" -> 4;
            case "&" -> 5;
            case "==", "!=" -> 6;
            case "<", ">", "<=", ">=" -> 7;
            case "<<", ">>" -> 8;
            case "+", "-" -> 9;
            case "*", "/", "%" -> 10;
            default -> 0;
        };
    }

    private Integer64 unary(boolean live) {
        if (token == null) {
            throw failure("the condition ends where a value is expected");
        }
        return switch (token.kind()) {
            case NUMBER -> constant(Constants.integer(token.text()));
            case CHARACTER -> constant(Constants.character(token.text(), state.options().charUnsigned()));
            case IDENTIFIER -> identifier();
            case PUNCTUATOR -> operator(live);
            default -> throw failure("'" + token.text() + "' cannot stand in a condition");
        };
    }

    private Integer64 constant(Optional<Integer64> value) {
        var result = value.orElseThrow(() -> failure("'" + token.text() + "' is not an integer constant"));
        advance();
        return result;
    }

    private Integer64 operator(boolean live) {
        var operator = token.text();
        advance();
        deeper();
        Integer64 value;
        switch (operator) {
            case "(" -> {
                value = comma(live);
                expect(")");
            }
            case "!" -> value = Integer64.of(!unary(live).isTrue());
            case "+" -> value = unary(live);
            case "-" -> {
                var operand = unary(live);
                value = new Integer64(-operand.bits(), operand.unsigned());
            }
            case "~" -> {
                var operand = unary(live);
                value = new Integer64(~operand.bits(), operand.unsigned());
            }
            default -> throw failure("'" + operator + "' is used where a value is expected");
        }
        depth--;
        return value;
    }

    private Integer64 identifier() {
        if (!token.text().equals("defined")) {
            var name = token;
            advance();
            if (isPunctuator("(")) {
                throw new Failure(notDefined(name), Optional.of(name.text()));
            }
            return Integer64.ZERO;
        }
        var operand = expander.next();
        boolean closed = operand != null && operand.isPunctuator("(");
        if (closed) {
            operand = expander.next();
        }
        if (operand == null || operand.kind() != TokenKind.IDENTIFIER) {
            throw failure("'defined' needs a macro's name");
        }
        var value = Integer64.of(
                state.read(operand.text(), PreprocessorListener.Read.DEFINED).meaning != null);
        if (closed) {
            var close = expander.next();
            if (close == null || !close.isPunctuator(")")) {
                throw failure("')' is missing after 'defined(" + operand.text() + "'");
            }
        }
        advance();
        return value;
    }

    private boolean isPunctuator(String text) {
        return token != null && token.isPunctuator(text);
    }

    private void expect(String text) {
        if (!isPunctuator(text)) {
            throw failure("'" + text + "' is missing in the condition");
        }
        advance();
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw failure("the condition is nested too deep");
        }
    }

    private static Diagnostic notDefined(Token name) {
        return Diagnostic.error("LB2010", name.blame(), "macro '" + name.text() + "', which takes arguments, is not defined here")
                .withLength(name.text().length())
                .withHelp("include the header that defines it");
    }

    private Failure failure(String message) {
        return new Failure(Diagnostic.error("LB2010", token == null ? directive : token.blame(), message), Optional.empty());
    }

    /** Leaves the evaluation of one condition. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Diagnostic diagnostic;
        /** The macro that is not defined, where that is what is wrong. */
        private final transient Optional<String> missing;

        private Failure(Diagnostic diagnostic, Optional<String> missing) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
            this.missing = missing;
        }
    }
}
