package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Expression.UnaryOperator;
import org.latebind.syntax.api.TypeName;
import org.latebind.token.api.Token;

/** C11 6.5 with GNU's extensions; operands that are called by name are {@link BuiltinParser}'s. */
final class ExpressionParser {
    /** Operators of one level in a row: each makes the tree one deeper for whoever walks it. */
    private static final int MAX_CHAIN = 2_000;

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final BuiltinParser builtins;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.builtins = new BuiltinParser(grammar);
    }

    /** An expression, commas included. */
    Expression parse() {
        int first = cursor.index();
        var left = parseAssignment();
        int chain = 0;
        while (cursor.at(Lexeme.COMMA)) {
            limit(++chain);
            int main = cursor.index();
            cursor.next();
            var right = parseAssignment();
            left = new Expression.Comma(cursor.since(first, main), left, right);
        }
        return left;
    }

    Expression parseAssignment() {
        cursor.enter(2);
        int first = cursor.index();
        var target = parseConditional();
        var result = target;
        if (Operators.isAssignment(cursor.peek())) {
            int main = cursor.index();
            var operator = Operators.compound(cursor.peek());
            cursor.next();
            var value = parseAssignment();
            result = new Expression.Assign(cursor.since(first, main), operator, target, value);
        }
        cursor.leave(2);
        return result;
    }

    Expression parseConditional() {
        int first = cursor.index();
        var condition = parseBinary(Operators.LOOSEST);
        if (!cursor.at(Lexeme.QUESTION)) {
            return condition;
        }
        cursor.enter();
        int main = cursor.index();
        cursor.next();
        var then = cursor.at(Lexeme.COLON) ? Optional.<Expression>empty() : Optional.of(parse());
        cursor.expect(Lexeme.COLON, " in the conditional expression");
        var otherwise = parseConditional();
        cursor.leave();
        return new Expression.Conditional(cursor.since(first, main), condition, then, otherwise);
    }

    private Expression parseBinary(int loosest) {
        int first = cursor.index();
        var left = parseCast();
        int chain = 0;
        while (true) {
            int precedence = Operators.precedence(cursor.peek());
            if (precedence < loosest || precedence == 0) {
                return left;
            }
            limit(++chain);
            int main = cursor.index();
            var operator = Operators.binary(cursor.peek());
            cursor.next();
            var right = parseBinary(precedence + 1);
            left = new Expression.Binary(cursor.since(first, main), operator, left, right);
        }
    }

    private void limit(int chain) {
        if (chain > MAX_CHAIN) {
            throw cursor.error("LB3003", "more than " + MAX_CHAIN + " operators in a row");
        }
    }

    Expression parseCast() {
        if (!cursor.at(Lexeme.OPEN_PAREN) || !grammar.startsCast()) {
            return parseUnary();
        }
        cursor.enter();
        int first = cursor.index();
        var type = parseParenthesizedType();
        Expression result;
        if (cursor.at(Lexeme.OPEN_BRACE)) {
            result = parsePostfix(compoundLiteral(first, type), first);
        } else {
            var operand = parseCast();
            result = new Expression.Cast(cursor.since(first), type, operand);
        }
        cursor.leave();
        return result;
    }

    private TypeName parseParenthesizedType() {
        cursor.expect(Lexeme.OPEN_PAREN);
        var type = grammar.declarators.parseTypeName();
        cursor.expect(Lexeme.CLOSE_PAREN, " after the type");
        return type;
    }

    private Expression compoundLiteral(int first, TypeName type) {
        var value = grammar.initializers.parseBraced();
        return new Expression.CompoundLiteral(cursor.since(first), type, value);
    }

    Expression parseUnary() {
        cursor.enter();
        int first = cursor.index();
        var result = switch (cursor.peek()) {
            case PLUS_PLUS, MINUS_MINUS -> parsePrefix(first, true);
            case AMPERSAND, STAR, PLUS, MINUS, TILDE, EXCLAMATION, REAL, IMAG -> parsePrefix(first, false);
            case AND_AND -> parseLabelAddress(first);
            case EXTENSION -> {
                cursor.next();
                yield parseCast();
            }
            case SIZEOF, ALIGNOF, PREFERRED_ALIGNOF -> parseSizeof(first);
            default -> parsePostfix(parsePrimary(), first);
        };
        cursor.leave();
        return result;
    }

    private Expression parsePrefix(int first, boolean unaryOperand) {
        UnaryOperator operator = Operators.prefix(cursor.peek()).orElseThrow();
        cursor.next();
        var operand = unaryOperand ? parseUnary() : parseCast();
        return new Expression.Unary(cursor.since(first), operator, operand);
    }

    private Expression parseLabelAddress(int first) {
        cursor.next();
        var label = cursor.identifier("a label after '&&'");
        return new Expression.LabelAddress(cursor.since(first), label);
    }

    private Expression parseSizeof(int first) {
        var keyword = cursor.peek();
        cursor.next();
        if (!cursor.at(Lexeme.OPEN_PAREN) || !grammar.startsTypeName(1)) {
            return sizeofExpression(first, keyword, parseUnary());
        }
        int open = cursor.index();
        var type = parseParenthesizedType();
        if (cursor.at(Lexeme.OPEN_BRACE)) {
            return sizeofExpression(first, keyword, parsePostfix(compoundLiteral(open, type), open));
        }
        var span = cursor.since(first);
        return keyword == Lexeme.SIZEOF
                ? new Expression.SizeofType(span, type)
                : new Expression.AlignofType(span, type, keyword == Lexeme.PREFERRED_ALIGNOF);
    }

    private Expression sizeofExpression(int first, Lexeme keyword, Expression operand) {
        var span = cursor.since(first);
        return keyword == Lexeme.SIZEOF
                ? new Expression.SizeofExpression(span, operand)
                : new Expression.AlignofExpression(span, operand, keyword == Lexeme.PREFERRED_ALIGNOF);
    }

    private Expression parsePostfix(Expression base, int first) {
        var result = base;
        int chain = 0;
        while (true) {
            int main = cursor.index();
            switch (cursor.peek()) {
                case OPEN_BRACKET -> {
                    cursor.next();
                    var index = parse();
                    cursor.expect(Lexeme.CLOSE_BRACKET, " after the index");
                    result = new Expression.Index(cursor.since(first, main), result, index);
                }
                case OPEN_PAREN -> result = parseCall(result, first);
                case DOT, ARROW -> {
                    boolean arrow = cursor.at(Lexeme.ARROW);
                    cursor.next();
                    int nameAt = cursor.index();
                    var name = cursor.identifier("a member's name");
                    result = new Expression.Member(cursor.since(first, nameAt), result, arrow, name);
                }
                case PLUS_PLUS -> {
                    cursor.next();
                    result = new Expression.Unary(cursor.since(first, main), UnaryOperator.POST_INCREMENT, result);
                }
                case MINUS_MINUS -> {
                    cursor.next();
                    result = new Expression.Unary(cursor.since(first, main), UnaryOperator.POST_DECREMENT, result);
                }
                default -> {
                    return result;
                }
            }
            limit(++chain);
        }
    }

    private Expression parseCall(Expression callee, int first) {
        boolean maybeMacro = callee instanceof Expression.Name && grammar.guesses.mayBeMacro(first);
        if (!maybeMacro) {
            var arguments = parseArguments();
            return new Expression.Call(cursor.since(first), callee, arguments);
        }
        int open = cursor.index();
        int nesting = cursor.nesting();
        int scope = grammar.scopes.depth();
        int assumed = grammar.guesses.assumptionCount();
        try {
            var arguments = parseArguments();
            return new Expression.Call(cursor.since(first), callee, arguments);
        } catch (SyntaxError error) {
            // Types, operators and whole statements may be arguments of a macro.
            grammar.scopes.leaveTo(scope);
            grammar.guesses.forgetFrom(assumed);
            cursor.restoreNesting(nesting);
            cursor.moveTo(open);
            cursor.skipGroup();
            return new Expression.MacroUse(cursor.since(first), ((Expression.Name) callee).name());
        }
    }

    private List<Expression> parseArguments() {
        cursor.expect(Lexeme.OPEN_PAREN);
        var arguments = new ArrayList<Expression>();
        if (!cursor.at(Lexeme.CLOSE_PAREN)) {
            do {
                arguments.add(parseAssignment());
            } while (cursor.accept(Lexeme.COMMA));
        }
        cursor.expect(Lexeme.CLOSE_PAREN, " after the arguments");
        return arguments;
    }

    private Expression parsePrimary() {
        int first = cursor.index();
        return switch (cursor.peek()) {
            case IDENTIFIER -> {
                if (grammar.guesses.deferred() && startsMixedText()) {
                    yield parseMixedText();
                }
                var name = cursor.next().text();
                yield new Expression.Name(cursor.since(first), name);
            }
            case NUMBER -> {
                var spelling = cursor.next().text();
                yield new Expression.Number(cursor.since(first), spelling);
            }
            case CHARACTER -> {
                var spelling = cursor.next().text();
                yield new Expression.Character(cursor.since(first), spelling);
            }
            case STRING -> parseText();
            case OPEN_PAREN -> parseParenthesized();
            default -> builtins.parse().orElseThrow(() -> cursor.expected("an expression"));
        };
    }

    /** Names and strings in a row: {@code KERN_INFO "x"}, {@code "a" __stringify(B) "c"}, {@code KERN_ERR FORMAT}. */
    private boolean startsMixedText() {
        int end = endOfMixedText();
        return end > cursor.afterMacroUse(cursor.index(), true);
    }

    private int endOfMixedText() {
        int place = cursor.index();
        while (true) {
            if (cursor.at(place) == Lexeme.STRING) {
                place++;
            } else if (cursor.at(place) == Lexeme.IDENTIFIER && grammar.guesses.mayBeMacro(place)) {
                place = cursor.afterMacroUse(place, true);
            } else {
                return place;
            }
        }
    }

    private Expression parseMixedText() {
        int first = cursor.index();
        int end = endOfMixedText();
        var pieces = new ArrayList<Token>();
        for (int i = first; i < end; i++) {
            if (cursor.at(i) == Lexeme.DIRECTIVE) {
                throw cursor.error("LB3001", "a directive is between brackets", i);
            }
            pieces.add(cursor.tokenAt(i));
        }
        cursor.moveTo(end);
        return new Expression.MixedText(cursor.since(first), pieces);
    }

    /** Adjacent string literals. */
    Expression parseText() {
        int first = cursor.index();
        if (grammar.guesses.deferred() && (cursor.at(Lexeme.STRING) || cursor.at(Lexeme.IDENTIFIER))
                && !isPlainText()) {
            return parseMixedText();
        }
        if (!cursor.at(Lexeme.STRING)) {
            throw cursor.expected("a string literal");
        }
        var pieces = new ArrayList<Token>();
        while (cursor.at(Lexeme.STRING)) {
            pieces.add(cursor.next());
        }
        return new Expression.Text(cursor.since(first), pieces);
    }

    private boolean isPlainText() {
        int end = endOfMixedText();
        for (int i = cursor.index(); i < end; i++) {
            if (cursor.at(i) != Lexeme.STRING) {
                return false;
            }
        }
        return end > cursor.index();
    }

    private Expression parseParenthesized() {
        int first = cursor.index();
        cursor.expect(Lexeme.OPEN_PAREN);
        if (cursor.at(Lexeme.OPEN_BRACE)) {
            var block = grammar.statements.parseBlock();
            cursor.expect(Lexeme.CLOSE_PAREN, " after the statement expression");
            return new Expression.StatementExpression(cursor.since(first), block);
        }
        var inner = parse();
        cursor.expect(Lexeme.CLOSE_PAREN, "");
        return new Expression.Parenthesized(cursor.since(first), inner);
    }
}
