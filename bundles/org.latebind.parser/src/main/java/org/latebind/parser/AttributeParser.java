package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.TypeName;

/** GNU {@code __attribute__((...))} and {@code _Alignas}. */
final class AttributeParser {
    private final Grammar grammar;
    private final TokenCursor cursor;

    AttributeParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Any number of attribute lists, none included. */
    List<Attribute> parseAny() {
        if (!cursor.at(Lexeme.ATTRIBUTE)) {
            return List.of();
        }
        var found = new ArrayList<Attribute>();
        while (cursor.at(Lexeme.ATTRIBUTE)) {
            parseList(found);
        }
        return found;
    }

    /** After a declarator: attributes, and in a module's own tokens macros that stand for some. */
    List<Attribute> parseTrailing() {
        if (!grammar.guesses.deferred()) {
            return parseAny();
        }
        var found = new ArrayList<Attribute>();
        while (true) {
            if (cursor.at(Lexeme.ATTRIBUTE)) {
                parseList(found);
            } else if (cursor.at(Lexeme.IDENTIFIER)) {
                found.add(parseMacroUse());
            } else {
                return found;
            }
        }
    }

    /** After {@code struct}, {@code union} or {@code enum}. */
    List<Attribute> parseBeforeTag() {
        var found = new ArrayList<>(parseAny());
        while (grammar.guesses.isAttributeBeforeTag(cursor.index())) {
            found.add(parseMacroUse());
            found.addAll(parseAny());
        }
        return found;
    }

    /** After the brace that closes a tag's body. */
    List<Attribute> parseAfterBrace(boolean typedef) {
        var found = new ArrayList<>(parseAny());
        while (grammar.guesses.isAttributeAfterBrace(cursor.index(), typedef)) {
            found.add(parseMacroUse());
            found.addAll(parseAny());
        }
        return found;
    }

    /** A macro for attributes, with its arguments. */
    Attribute parseMacroUse() {
        int first = cursor.index();
        var name = cursor.identifier("an attribute");
        if (cursor.at(Lexeme.OPEN_PAREN)) {
            cursor.skipGroup();
        }
        return new Attribute.MacroUse(cursor.since(first), name);
    }

    void parseList(List<Attribute> found) {
        cursor.expect(Lexeme.ATTRIBUTE);
        cursor.expect(Lexeme.OPEN_PAREN, " after '__attribute__'");
        cursor.expect(Lexeme.OPEN_PAREN, " after '__attribute__('");
        do {
            if (cursor.peek().isWord()) {
                found.add(parseOne());
            }
        } while (cursor.accept(Lexeme.COMMA));
        cursor.expect(Lexeme.CLOSE_PAREN, " after attributes");
        cursor.expect(Lexeme.CLOSE_PAREN, " after attributes");
    }

    /** One attribute; its name may be any word, keywords included. */
    Attribute parseOne() {
        int first = cursor.index();
        if (!cursor.peek().isWord()) {
            throw cursor.expected("an attribute's name");
        }
        var name = plainName(cursor.next().text());
        var arguments = new ArrayList<Expression>();
        var type = Optional.<TypeName>empty();
        if (cursor.accept(Lexeme.OPEN_PAREN) && !cursor.accept(Lexeme.CLOSE_PAREN)) {
            if (isType()) {
                type = Optional.of(grammar.declarators.parseTypeName());
            } else {
                parseArguments(arguments);
            }
            cursor.expect(Lexeme.CLOSE_PAREN, " after wrong arguments of attribute '" + name + "'");
        }
        return new Attribute.Named(cursor.since(first), name, arguments, type);
    }

    /** A typedef name alone is an identifier here: {@code mode(word)}, {@code counted_by(count)}. */
    private boolean isType() {
        boolean lone = cursor.at(Lexeme.IDENTIFIER)
                && (cursor.peek(1) == Lexeme.COMMA || cursor.peek(1) == Lexeme.CLOSE_PAREN);
        return !lone && grammar.startsTypeName(0);
    }

    private void parseArguments(List<Expression> arguments) {
        do {
            int first = cursor.index();
            if (cursor.at(Lexeme.IDENTIFIER)
                    && (cursor.peek(1) == Lexeme.COMMA || cursor.peek(1) == Lexeme.CLOSE_PAREN)) {
                var name = cursor.next().text();
                arguments.add(new Expression.Name(cursor.since(first), name));
            } else {
                arguments.add(grammar.expressions.parseAssignment());
            }
        } while (cursor.accept(Lexeme.COMMA));
    }

    Attribute parseAlignAs() {
        int first = cursor.index();
        cursor.expect(Lexeme.ALIGNAS);
        cursor.expect(Lexeme.OPEN_PAREN, " after '_Alignas'");
        var type = Optional.<TypeName>empty();
        var alignment = Optional.<Expression>empty();
        if (grammar.startsTypeName(0)) {
            type = Optional.of(grammar.declarators.parseTypeName());
        } else {
            alignment = Optional.of(grammar.expressions.parseConditional());
        }
        cursor.expect(Lexeme.CLOSE_PAREN, " after the operand of '_Alignas'");
        return new Attribute.AlignAs(cursor.since(first), alignment, type);
    }

    /** {@code __name__} is {@code name}. */
    static String plainName(String name) {
        return name.length() > 4 && name.startsWith("__") && name.endsWith("__")
                ? name.substring(2, name.length() - 2)
                : name;
    }
}
