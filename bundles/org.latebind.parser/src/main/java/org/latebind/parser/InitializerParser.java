package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.Initializer.Designator;
import org.latebind.token.api.Token;

/** C11 6.7.9 initializers with GNU's ranges and {@code field:}. */
final class InitializerParser {
    private final Grammar grammar;
    private final TokenCursor cursor;

    InitializerParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    Initializer parse() {
        if (cursor.at(Lexeme.OPEN_BRACE)) {
            return parseBraced();
        }
        int first = cursor.index();
        var value = grammar.expressions.parseAssignment();
        return new Initializer.Single(cursor.since(first), value);
    }

    Initializer.Braced parseBraced() {
        int first = cursor.index();
        cursor.expect(Lexeme.OPEN_BRACE);
        cursor.enter(4);
        var items = parseItems();
        cursor.leave(4);
        cursor.expect(Lexeme.CLOSE_BRACE, " at the end of the initializer");
        return new Initializer.Braced(cursor.since(first), items);
    }

    /** Items up to a {@code }} or the end. */
    List<Initializer.Item> parseItems() {
        var items = new ArrayList<Initializer.Item>();
        while (!cursor.at(Lexeme.CLOSE_BRACE) && !cursor.isAtEnd()) {
            if (cursor.at(Lexeme.DIRECTIVE)) {
                items.add(new Initializer.Item.Undecided(grammar.choices.parse(this::parseItems)));
                continue;
            }
            var item = parseItem();
            items.add(item);
            boolean unseparated = cursor.at(Lexeme.DIRECTIVE)
                    || item instanceof Initializer.Item.MacroUse && cursor.atLineStart();
            if (!cursor.accept(Lexeme.COMMA) && !unseparated) {
                break;
            }
        }
        if (!cursor.at(Lexeme.CLOSE_BRACE) && !cursor.isAtEnd()) {
            throw cursor.expected("',' or '}' in the initializer");
        }
        return items;
    }

    private Initializer.Item parseItem() {
        int first = cursor.index();
        if (grammar.guesses.deferred() && isMacroUse()) {
            var name = cursor.next().text();
            cursor.skipGroup();
            return new Initializer.Item.MacroUse(cursor.since(first), name);
        }
        var designators = parseDesignators();
        var value = parse();
        return new Initializer.Item.Element(cursor.since(first), designators, value);
    }

    /** {@code USB_DEVICE(a, b)} as a whole element. */
    private boolean isMacroUse() {
        if (!cursor.at(Lexeme.IDENTIFIER) || cursor.peek(1) != Lexeme.OPEN_PAREN) {
            return false;
        }
        int after = cursor.afterGroup(cursor.index() + 1);
        return switch (cursor.at(after)) {
            case COMMA, CLOSE_BRACE, END, DIRECTIVE -> true;
            default -> cursor.at(after).isWord() && cursor.tokenAt(after).has(Token.LINE_START);
        };
    }

    private List<Designator> parseDesignators() {
        if (cursor.at(Lexeme.IDENTIFIER) && cursor.peek(1) == Lexeme.COLON) {
            int first = cursor.index();
            var name = cursor.next().text();
            cursor.next();
            return List.of(new Designator.Field(cursor.since(first), name));
        }
        var designators = new ArrayList<Designator>();
        while (cursor.at(Lexeme.DOT) || cursor.at(Lexeme.OPEN_BRACKET)) {
            designators.add(parseDesignator());
        }
        // gcc's old form '[3] value' has no '='.
        if (!designators.isEmpty() && !cursor.accept(Lexeme.EQUAL)
                && !(designators.getLast() instanceof Designator.Index)) {
            throw cursor.expected("'=' after the designator");
        }
        return designators;
    }

    private Designator parseDesignator() {
        int first = cursor.index();
        if (cursor.accept(Lexeme.DOT)) {
            int main = cursor.index();
            var name = cursor.identifier("a member's name");
            return new Designator.Field(cursor.since(first, main), name);
        }
        cursor.expect(Lexeme.OPEN_BRACKET);
        var low = grammar.expressions.parseConditional();
        if (cursor.accept(Lexeme.ELLIPSIS)) {
            var high = grammar.expressions.parseConditional();
            cursor.expect(Lexeme.CLOSE_BRACKET, " after the range");
            return new Designator.Range(cursor.since(first), low, high);
        }
        cursor.expect(Lexeme.CLOSE_BRACKET, " after the index");
        return new Designator.Index(cursor.since(first), low);
    }
}
