package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Specifiers.Enumerator;
import org.latebind.syntax.api.Specifiers.Field;
import org.latebind.syntax.api.Specifiers.Member;
import org.latebind.syntax.api.Specifiers.TypeSpecifier;
import org.latebind.syntax.api.TypeName;

/** C11 6.7.2.1 and 6.7.2.2: {@code struct}, {@code union} and {@code enum} with their bodies. */
final class TagParser {
    private final Grammar grammar;
    private final TokenCursor cursor;

    TagParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    TypeSpecifier parseRecord(boolean typedef) {
        int first = cursor.index();
        boolean union = cursor.at(Lexeme.UNION);
        var keyword = cursor.next().text();
        var attributes = new ArrayList<>(grammar.attributes.parseBeforeTag());
        int main = cursor.index();
        var tag = tag();
        var members = Optional.<List<Member>>empty();
        if (cursor.accept(Lexeme.OPEN_BRACE)) {
            cursor.enter(8);
            members = Optional.of(parseMembers());
            cursor.leave(8);
            cursor.expect(Lexeme.CLOSE_BRACE, " at the end of the " + keyword);
            attributes.addAll(grammar.attributes.parseAfterBrace(typedef));
        } else if (tag.isEmpty()) {
            throw cursor.expected("a tag or '{' after '" + keyword + "'");
        }
        return new TypeSpecifier.Record(cursor.since(first, tag.isPresent() ? main : first), union, tag, members, attributes);
    }

    private Optional<String> tag() {
        return cursor.at(Lexeme.IDENTIFIER) ? Optional.of(cursor.next().text()) : Optional.empty();
    }

    /** Members up to a {@code }} or the end. */
    List<Member> parseMembers() {
        var members = new ArrayList<Member>();
        while (!cursor.at(Lexeme.CLOSE_BRACE) && !cursor.isAtEnd()) {
            int first = cursor.index();
            int nesting = cursor.nesting();
            int scope = grammar.scopes.depth();
            try {
                parseMember(members);
            } catch (SyntaxError error) {
                grammar.recovery.giveUpIfUncertain(error, first);
                grammar.scopes.leaveTo(scope);
                cursor.restoreNesting(nesting);
                grammar.recovery.afterStatement(error, first);
            }
        }
        return members;
    }

    private void parseMember(List<Member> members) {
        int first = cursor.index();
        switch (cursor.peek()) {
            case DIRECTIVE -> members.add(grammar.choices.pragma()
                    .<Member>map(text -> new Member.PragmaLine(cursor.since(first), text))
                    .orElseGet(() -> new Member.Undecided(grammar.choices.parse(this::parseMembers))));
            case SEMICOLON -> cursor.next();
            case EXTENSION -> {
                cursor.next();
                parseMember(members);
            }
            case PRAGMA -> {
                var text = cursor.next().text();
                members.add(new Member.PragmaLine(cursor.since(first), text));
            }
            case STATIC_ASSERT -> {
                var assertion = grammar.declarations.parseAssertion();
                members.add(new Member.Assertion(assertion.span(), assertion.condition(), assertion.message()));
            }
            default -> members.add(parseFields());
        }
    }

    private Member parseFields() {
        int first = cursor.index();
        boolean begins = grammar.guesses.deferred() && cursor.at(Lexeme.IDENTIFIER) || grammar.startsSpecifiers(0);
        if (!begins && !cursor.at(Lexeme.ATTRIBUTE)) {
            throw grammar.declarations.unknownType();
        }
        var specifiers = grammar.specifiers.parse(Guesses.Context.DECLARATION);
        if (grammar.declarations.beginsMacroUse(specifiers)) {
            return parseMacroUse(first);
        }
        var fields = new ArrayList<Field>();
        if (!cursor.at(Lexeme.SEMICOLON) && !cursor.at(Lexeme.CLOSE_BRACE)) {
            do {
                fields.add(parseField());
            } while (cursor.accept(Lexeme.COMMA));
        }
        if (!cursor.at(Lexeme.CLOSE_BRACE)) {
            cursor.expect(Lexeme.SEMICOLON, " at the end of the member");
        }
        return new Member.Fields(cursor.since(first), specifiers, fields);
    }

    /** {@code DECLARE_BITMAP(flags, 8);}, with or without its semicolon. */
    private Member parseMacroUse(int first) {
        var name = cursor.next().text();
        if (cursor.at(Lexeme.OPEN_PAREN)) {
            cursor.skipGroup();
        }
        grammar.attributes.parseTrailing();
        if (!cursor.accept(Lexeme.SEMICOLON) && !cursor.at(Lexeme.CLOSE_BRACE) && !cursor.atLineStart()) {
            throw cursor.expected("';' at the end of the member");
        }
        return new Member.MacroUse(cursor.since(first), name);
    }

    private Field parseField() {
        int first = cursor.index();
        var attributes = new ArrayList<>(grammar.attributes.parseAny());
        int main = cursor.index();
        Declarator declarator = cursor.at(Lexeme.COLON)
                ? new Declarator.Identifier(cursor.since(main), Optional.empty())
                : grammar.declarators.parse(DeclaratorParser.Form.CONCRETE);
        var width = cursor.accept(Lexeme.COLON)
                ? Optional.of(grammar.expressions.parseConditional())
                : Optional.<Expression>empty();
        attributes.addAll(grammar.attributes.parseTrailing());
        return new Field(cursor.since(first, main), declarator, width, attributes);
    }

    TypeSpecifier parseEnum(boolean typedef) {
        int first = cursor.index();
        cursor.expect(Lexeme.ENUM);
        var attributes = new ArrayList<>(grammar.attributes.parseBeforeTag());
        int main = cursor.index();
        var tag = tag();
        var underlying = underlyingType();
        var enumerators = Optional.<List<Enumerator>>empty();
        if (cursor.accept(Lexeme.OPEN_BRACE)) {
            enumerators = Optional.of(parseEnumerators());
            cursor.expect(Lexeme.CLOSE_BRACE, " at the end of the enum");
            attributes.addAll(grammar.attributes.parseAfterBrace(typedef));
        } else if (tag.isEmpty()) {
            throw cursor.expected("a tag or '{' after 'enum'");
        }
        return new TypeSpecifier.Enum(
                cursor.since(first, tag.isPresent() ? main : first), tag, enumerators, underlying, attributes);
    }

    /** C23's {@code enum E : type}; in a bit-field a constant follows the colon. */
    private Optional<TypeName> underlyingType() {
        if (!cursor.at(Lexeme.COLON) || !grammar.startsTypeName(1)) {
            return Optional.empty();
        }
        cursor.next();
        return Optional.of(grammar.declarators.parseTypeName());
    }

    /** Enumerators up to a {@code }} or the end. */
    List<Enumerator> parseEnumerators() {
        var found = new ArrayList<Enumerator>();
        while (cursor.at(Lexeme.IDENTIFIER) || cursor.at(Lexeme.DIRECTIVE)) {
            if (cursor.at(Lexeme.DIRECTIVE)) {
                found.add(new Enumerator.Undecided(grammar.choices.parse(this::parseEnumerators)));
                continue;
            }
            found.add(parseEnumerator());
            if (!cursor.accept(Lexeme.COMMA) && !cursor.at(Lexeme.DIRECTIVE)) {
                break;
            }
        }
        if (!cursor.at(Lexeme.CLOSE_BRACE) && !cursor.isAtEnd()) {
            throw cursor.expected("an enumerator, ',' or '}'");
        }
        return found;
    }

    private Enumerator parseEnumerator() {
        int first = cursor.index();
        var name = cursor.identifier("an enumerator");
        if (grammar.guesses.deferred() && cursor.at(Lexeme.OPEN_PAREN)) {
            cursor.skipGroup();
            return new Enumerator.MacroUse(cursor.since(first), name);
        }
        List<Attribute> attributes = grammar.attributes.parseTrailing();
        var value = cursor.accept(Lexeme.EQUAL)
                ? Optional.of(grammar.expressions.parseConditional())
                : Optional.<Expression>empty();
        grammar.scopes.declare(name, Scopes.Meaning.ORDINARY);
        return new Enumerator.Constant(cursor.since(first), name, attributes, value);
    }
}
