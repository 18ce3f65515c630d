package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.Declaration.InitDeclarator;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Initializer;
import org.latebind.syntax.api.Span;
import org.latebind.syntax.api.Specifiers;
import org.latebind.syntax.api.Statement;

/** C11 6.7 declarations and 6.9 external definitions. */
final class DeclarationParser {
    private final Grammar grammar;
    private final TokenCursor cursor;

    DeclarationParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** All declarations up to the end; after an error it goes on with the next. */
    List<Declaration> parseAll() {
        var found = new ArrayList<Declaration>();
        while (!cursor.isAtEnd()) {
            int first = cursor.index();
            int scope = grammar.scopes.depth();
            try {
                found.add(parseExternal());
            } catch (SyntaxError error) {
                grammar.scopes.leaveTo(scope);
                cursor.restoreNesting(0);
                grammar.recovery.afterDeclaration(error, first);
            }
        }
        return found;
    }

    /** One declaration at file scope. */
    Declaration parseItem() {
        return parseExternal();
    }

    private Declaration parseExternal() {
        int first = cursor.index();
        return switch (cursor.peek()) {
            case SEMICOLON -> {
                cursor.next();
                yield new Declaration.Empty(cursor.since(first));
            }
            case PRAGMA -> {
                var text = cursor.next().text();
                yield new Declaration.PragmaLine(cursor.since(first), text);
            }
            case ASM -> parseFileAsm();
            case EXTENSION -> {
                cursor.next();
                yield parseExternal();
            }
            case STATIC_ASSERT -> parseAssertion();
            case DIRECTIVE -> throw cursor.expected("a declaration");
            case CLOSE_BRACE -> throw cursor.error("LB3001", "'}' without a '{' before it");
            default -> parseDeclaration(true);
        };
    }

    /** A declaration as a block item. */
    Declaration parseInBlock() {
        while (cursor.accept(Lexeme.EXTENSION)) { }
        return cursor.at(Lexeme.STATIC_ASSERT) ? parseAssertion() : parseDeclaration(false);
    }

    private Declaration parseFileAsm() {
        int first = cursor.index();
        cursor.expect(Lexeme.ASM);
        cursor.accept(Lexeme.VOLATILE);
        cursor.expect(Lexeme.OPEN_PAREN, " after 'asm'");
        var text = grammar.asms.parseTemplate();
        if (cursor.at(Lexeme.COLON)) {
            throw cursor.error("LB3004", "an asm outside any function cannot have operands");
        }
        cursor.expect(Lexeme.CLOSE_PAREN, " at the end of the asm");
        cursor.expect(Lexeme.SEMICOLON, " after the asm");
        return new Declaration.FileAsm(cursor.since(first), text);
    }

    Declaration.Assertion parseAssertion() {
        int first = cursor.index();
        cursor.expect(Lexeme.STATIC_ASSERT);
        cursor.expect(Lexeme.OPEN_PAREN, " after '_Static_assert'");
        var condition = grammar.expressions.parseAssignment();
        var message = cursor.accept(Lexeme.COMMA)
                ? Optional.of(grammar.expressions.parseText())
                : Optional.<Expression>empty();
        cursor.expect(Lexeme.CLOSE_PAREN, " at the end of the assertion");
        cursor.expect(Lexeme.SEMICOLON, " after the assertion");
        return new Declaration.Assertion(cursor.since(first), condition, message);
    }

    private Declaration parseDeclaration(boolean external) {
        int first = cursor.index();
        var specifiers = parseSpecifiers(external);
        if (beginsMacroUse(specifiers)) {
            return parseMacroUse(first);
        }
        var declarators = new ArrayList<InitDeclarator>();
        if (cursor.accept(Lexeme.SEMICOLON)) {
            return new Declaration.Simple(cursor.since(first), specifiers, declarators);
        }
        boolean typedef = specifiers.storage().contains(Specifiers.Storage.TYPEDEF);
        do {
            int start = cursor.index();
            var attributes = new ArrayList<>(grammar.attributes.parseAny());
            var declarator = grammar.declarators.parse(DeclaratorParser.Form.CONCRETE);
            declare(declarator, typedef);
            if (!isOldStyle(declarator)) {
                attributes.addAll(grammar.attributes.parseTrailing());
            }
            if (declarators.isEmpty() && startsBody(declarator)) {
                return parseFunction(first, specifiers, declarator, attributes);
            }
            declarators.add(parseInitDeclarator(start, declarator, attributes));
        } while (cursor.accept(Lexeme.COMMA));
        cursor.expect(Lexeme.SEMICOLON, " at the end of the declaration");
        return new Declaration.Simple(cursor.since(first), specifiers, declarators);
    }

    private Specifiers parseSpecifiers(boolean external) {
        var specifiers = grammar.specifiers.parse(Guesses.Context.DECLARATION);
        boolean none = specifiers.type() instanceof Specifiers.TypeSpecifier.Missing;
        // gnu89's implicit int: 'main() {', 'static x;'. What follows must be able to end a declarator.
        if (none && cursor.at(Lexeme.IDENTIFIER) && !endsDeclaredName(cursor.peek(1))) {
            throw unknownType();
        }
        boolean nothing = none && specifiers.storage().isEmpty() && specifiers.qualifiers().isEmpty();
        if (nothing && !(cursor.at(Lexeme.IDENTIFIER) && cursor.peek(1) == Lexeme.OPEN_PAREN) && external) {
            throw cursor.at(Lexeme.IDENTIFIER) ? unknownType() : cursor.expected("a declaration");
        }
        return specifiers;
    }

    private static boolean endsDeclaredName(Lexeme next) {
        return switch (next) {
            case OPEN_PAREN, OPEN_BRACKET, SEMICOLON, COMMA, EQUAL, ATTRIBUTE, ASM -> true;
            default -> false;
        };
    }

    SyntaxError unknownType() {
        if (!cursor.at(Lexeme.IDENTIFIER)) {
            return cursor.expected("a type");
        }
        return cursor.error("LB3005", "unknown type name '" + cursor.text() + "'");
    }

    private void declare(Declarator declarator, boolean typedef) {
        var meaning = typedef ? Scopes.Meaning.TYPEDEF : Scopes.Meaning.ORDINARY;
        declarator.name().ifPresent(name -> grammar.scopes.declare(name, meaning));
    }

    private InitDeclarator parseInitDeclarator(int first, Declarator declarator, List<Attribute> leading) {
        var attributes = new ArrayList<>(leading);
        attributes.addAll(grammar.attributes.parseTrailing());
        var label = parseAsmLabel();
        attributes.addAll(grammar.attributes.parseTrailing());
        var initializer = cursor.accept(Lexeme.EQUAL)
                ? Optional.of(grammar.initializers.parse())
                : Optional.<Initializer>empty();
        var span = new Span(nameOf(declarator), first, cursor.since(first).end());
        return new InitDeclarator(span, declarator, label, attributes, initializer);
    }

    private static Position nameOf(Declarator declarator) {
        return switch (declarator) {
            case Declarator.Identifier i -> i.span().at();
            case Declarator.Pointer p -> nameOf(p.inner());
            case Declarator.Array a -> nameOf(a.inner());
            case Declarator.Function f -> nameOf(f.inner());
            case Declarator.Attributed a -> nameOf(a.inner());
        };
    }

    private Optional<Expression> parseAsmLabel() {
        if (!cursor.accept(Lexeme.ASM)) {
            return Optional.empty();
        }
        cursor.expect(Lexeme.OPEN_PAREN, " after 'asm'");
        var label = grammar.asms.parseTemplate();
        cursor.expect(Lexeme.CLOSE_PAREN, " after the asm label");
        return Optional.of(label);
    }

    private static boolean isOldStyle(Declarator declarator) {
        return DeclaratorParser.functionOf(declarator).filter(f -> !f.identifiers().isEmpty()).isPresent();
    }

    /** Whether a macro stands in place of a declaration: no type, and a name with arguments. */
    boolean beginsMacroUse(Specifiers specifiers) {
        return grammar.guesses.deferred() && specifiers.type() instanceof Specifiers.TypeSpecifier.Missing
                && cursor.at(Lexeme.IDENTIFIER)
                && (cursor.peek(1) == Lexeme.OPEN_PAREN || cursor.peek(1) == Lexeme.SEMICOLON);
    }

    /** {@code DEFINE_MUTEX(m);}, {@code DEFINE_PER_CPU(int, n) = 3;}, {@code SYSCALL_DEFINE0(f) { ... }}. */
    private Declaration parseMacroUse(int first) {
        int main = cursor.index();
        var name = cursor.next().text();
        if (cursor.at(Lexeme.OPEN_PAREN)) {
            cursor.skipGroup();
        }
        while (!cursor.isAtEnd() && !cursor.at(Lexeme.SEMICOLON)) {
            switch (cursor.peek()) {
                case OPEN_BRACE -> {
                    boolean initializer = cursor.at(cursor.index() - 1) == Lexeme.EQUAL;
                    cursor.skipGroup();
                    if (!initializer) {
                        return new Declaration.MacroUse(cursor.since(first, main), name);
                    }
                }
                case OPEN_PAREN, OPEN_BRACKET -> cursor.skipGroup();
                case DIRECTIVE, CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE ->
                    throw cursor.expected("';' at the end of the declaration");
                default -> cursor.next();
            }
        }
        cursor.accept(Lexeme.SEMICOLON);
        return new Declaration.MacroUse(cursor.since(first, main), name);
    }

    /** Whether a body follows, or the parameter declarations of an old-style definition. */
    private boolean startsBody(Declarator declarator) {
        var function = DeclaratorParser.functionOf(declarator);
        if (function.isEmpty()) {
            return false;
        }
        return cursor.at(Lexeme.OPEN_BRACE)
                || !function.get().identifiers().isEmpty() && grammar.startsSpecifiers(0);
    }

    private Declaration parseFunction(
            int first, Specifiers specifiers, Declarator declarator, List<Attribute> attributes) {
        var function = DeclaratorParser.functionOf(declarator).orElseThrow();
        grammar.scopes.enter();
        for (var parameter : function.parameters()) {
            declare(parameter.declarator(), false);
        }
        for (var name : function.identifiers()) {
            grammar.scopes.declare(name, Scopes.Meaning.ORDINARY);
        }
        var old = new ArrayList<Declaration>();
        while (!cursor.at(Lexeme.OPEN_BRACE) && grammar.startsSpecifiers(0)) {
            old.add(parseInBlock());
        }
        Statement.Block body = grammar.statements.parseBody();
        grammar.scopes.leave();
        var span = new Span(nameOf(declarator), first, cursor.since(first).end());
        return new Declaration.Function(span, specifiers, declarator, attributes, old, body);
    }
}
