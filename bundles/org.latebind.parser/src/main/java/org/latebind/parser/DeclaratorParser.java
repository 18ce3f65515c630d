package org.latebind.parser;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.syntax.api.Attribute;
import org.latebind.syntax.api.Declarator;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Specifiers.Qualifier;
import org.latebind.syntax.api.TypeName;

/** C11 6.7.6 declarators and 6.7.7 type names. */
final class DeclaratorParser {
    /** Whether a declarator must, may not or may name something. */
    enum Form { CONCRETE, ABSTRACT, PARAMETER }

    /** Array dimensions and parameter lists in a row. */
    private static final int MAX_SUFFIXES = 200;

    private final Grammar grammar;
    private final TokenCursor cursor;

    DeclaratorParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    TypeName parseTypeName() {
        int first = cursor.index();
        var specifiers = grammar.specifiers.parse(Guesses.Context.TYPE_NAME);
        if (!specifiers.storage().isEmpty() || !specifiers.function().isEmpty()) {
            throw cursor.error("LB3002", "a type name cannot have a storage class or a function specifier", first);
        }
        var declarator = parse(Form.ABSTRACT);
        return new TypeName(cursor.since(first), specifiers, declarator);
    }

    Declarator parse(Form form) {
        cursor.enter(3);
        var declarator = cursor.at(Lexeme.STAR) ? parsePointer(form) : parseDirect(form);
        cursor.leave(3);
        return declarator;
    }

    private Declarator parsePointer(Form form) {
        int first = cursor.index();
        cursor.expect(Lexeme.STAR);
        var qualifiers = EnumSet.noneOf(Qualifier.class);
        var attributes = new ArrayList<Attribute>();
        parseQualifiers(qualifiers, attributes);
        while (grammar.guesses.isAttributeAfterStar(cursor.index(), form != Form.ABSTRACT)) {
            attributes.add(grammar.attributes.parseMacroUse());
            parseQualifiers(qualifiers, attributes);
        }
        var inner = parse(form);
        return new Declarator.Pointer(cursor.since(first), qualifiers, attributes, inner);
    }

    private void parseQualifiers(Set<Qualifier> qualifiers, List<Attribute> attributes) {
        while (true) {
            var lexeme = cursor.peek();
            if (lexeme.role() == Lexeme.Role.QUALIFIER) {
                cursor.next();
                qualifiers.add(SpecifierParser.qualifierOf(lexeme));
            } else if (lexeme == Lexeme.ATTRIBUTE) {
                grammar.attributes.parseList(attributes);
            } else if (lexeme == Lexeme.IDENTIFIER && grammar.scopes.isAddressSpace(cursor.text())) {
                int first = cursor.index();
                var name = cursor.next().text();
                attributes.add(new Attribute.AddressSpace(cursor.since(first), name));
            } else {
                return;
            }
        }
    }

    private Declarator parseDirect(Form form) {
        int first = cursor.index();
        Declarator inner;
        if (cursor.at(Lexeme.IDENTIFIER) && form != Form.ABSTRACT) {
            var name = cursor.next().text();
            inner = new Declarator.Identifier(cursor.since(first), Optional.of(name));
        } else if (cursor.at(Lexeme.OPEN_PAREN) && !beginsParameters(form)) {
            inner = parseNested(form);
        } else if (form == Form.CONCRETE) {
            throw cursor.expected("a declarator");
        } else {
            inner = new Declarator.Identifier(cursor.since(first), Optional.empty());
        }
        return parseSuffixes(inner, first);
    }

    /**
     * Whether the parenthesis here begins the parameters of an abstract function declarator rather than a
     * nested declarator (C11 6.7.6.3p11: a typedef name in parentheses is a parameter's type).
     */
    private boolean beginsParameters(Form form) {
        if (form == Form.CONCRETE) {
            return false;
        }
        int place = cursor.afterAttributes(cursor.index() + 1);
        var lexeme = cursor.at(place);
        return lexeme == Lexeme.CLOSE_PAREN || lexeme == Lexeme.ELLIPSIS
                || grammar.startsParameter(place - cursor.index());
    }

    private Declarator parseNested(Form form) {
        int first = cursor.index();
        cursor.expect(Lexeme.OPEN_PAREN);
        var attributes = new ArrayList<>(grammar.attributes.parseAny());
        while (cursor.at(Lexeme.IDENTIFIER) && cursor.peek(1) == Lexeme.STAR && grammar.guesses.deferred()) {
            attributes.add(grammar.attributes.parseMacroUse());
        }
        var inner = parse(form);
        cursor.expect(Lexeme.CLOSE_PAREN, " after the declarator");
        return attributes.isEmpty() ? inner : new Declarator.Attributed(cursor.since(first), attributes, inner);
    }

    private Declarator parseSuffixes(Declarator base, int first) {
        var declarator = base;
        int chain = 0;
        while (true) {
            if (++chain > MAX_SUFFIXES) {
                throw cursor.error("LB3003", "a declarator has more than " + MAX_SUFFIXES + " dimensions");
            }
            if (cursor.at(Lexeme.OPEN_PAREN)) {
                declarator = parseFunction(declarator, first);
            } else if (cursor.at(Lexeme.OPEN_BRACKET)) {
                declarator = parseArray(declarator, first);
            } else {
                return declarator;
            }
        }
    }

    private Declarator parseArray(Declarator inner, int first) {
        cursor.expect(Lexeme.OPEN_BRACKET);
        var qualifiers = EnumSet.noneOf(Qualifier.class);
        var attributes = new ArrayList<Attribute>();
        parseQualifiers(qualifiers, attributes);
        boolean isStatic = cursor.accept(Lexeme.STATIC);
        parseQualifiers(qualifiers, attributes);
        boolean star = cursor.at(Lexeme.STAR) && cursor.peek(1) == Lexeme.CLOSE_BRACKET;
        var size = Optional.<Expression>empty();
        if (star) {
            cursor.next();
        } else if (!cursor.at(Lexeme.CLOSE_BRACKET)) {
            size = Optional.of(grammar.expressions.parseAssignment());
        }
        cursor.expect(Lexeme.CLOSE_BRACKET, " after the array's size");
        return new Declarator.Array(cursor.since(first), inner, size, star, isStatic, qualifiers);
    }

    private Declarator parseFunction(Declarator inner, int first) {
        cursor.expect(Lexeme.OPEN_PAREN);
        if (cursor.accept(Lexeme.CLOSE_PAREN)) {
            return new Declarator.Function(cursor.since(first), inner, false, List.of(), false, List.of());
        }
        if (cursor.at(Lexeme.IDENTIFIER) && grammar.guesses.beginsOldStyleParameters(cursor.index())) {
            var identifiers = parseIdentifiers();
            return new Declarator.Function(cursor.since(first), inner, false, List.of(), false, identifiers);
        }
        var parameters = new ArrayList<Declarator.Parameter>();
        grammar.scopes.enter();
        boolean variadic = parseParameters(parameters);
        grammar.scopes.leave();
        cursor.expect(Lexeme.CLOSE_PAREN, " after the parameters");
        return new Declarator.Function(cursor.since(first), inner, true, parameters, variadic, List.of());
    }

    /** The names of an old-style definition. */
    private List<String> parseIdentifiers() {
        var names = new ArrayList<String>();
        do {
            if (cursor.at(Lexeme.IDENTIFIER) && cursor.peek(1) != Lexeme.COMMA
                    && cursor.peek(1) != Lexeme.CLOSE_PAREN) {
                throw grammar.declarations.unknownType();
            }
            names.add(cursor.identifier("a parameter"));
        } while (cursor.accept(Lexeme.COMMA));
        cursor.expect(Lexeme.CLOSE_PAREN, " after the parameters");
        return names;
    }

    /** @return whether the list ends in {@code ...} */
    private boolean parseParameters(List<Declarator.Parameter> parameters) {
        if (cursor.at(Lexeme.VOID) && cursor.peek(1) == Lexeme.CLOSE_PAREN) {
            cursor.next();
            return false;
        }
        do {
            if (cursor.accept(Lexeme.ELLIPSIS)) {
                return true;
            }
            parameters.add(parseParameter());
        } while (cursor.accept(Lexeme.COMMA));
        if (cursor.at(Lexeme.SEMICOLON)) {
            throw cursor.error("LB3004", "forward declarations of parameters are not supported");
        }
        return false;
    }

    private Declarator.Parameter parseParameter() {
        int first = cursor.index();
        if (!grammar.startsParameter(0)) {
            throw grammar.declarations.unknownType();
        }
        var specifiers = grammar.specifiers.parse(Guesses.Context.PARAMETER);
        int main = cursor.index();
        var declarator = parse(Form.PARAMETER);
        var attributes = grammar.attributes.parseTrailing();
        declarator.name().ifPresent(name -> grammar.scopes.declare(name, Scopes.Meaning.ORDINARY));
        int at = declarator.name().isPresent() ? main : first;
        return new Declarator.Parameter(cursor.since(first, at), specifiers, declarator, attributes);
    }

    /** The function declarator next to the declared name, if the declarator declares a function. */
    static Optional<Declarator.Function> functionOf(Declarator declarator) {
        return switch (declarator) {
            case Declarator.Identifier i -> Optional.empty();
            case Declarator.Pointer p -> functionOf(p.inner());
            case Declarator.Array a -> functionOf(a.inner());
            case Declarator.Attributed a -> functionOf(a.inner());
            case Declarator.Function f -> functionOf(f.inner())
                    .or(() -> isName(f.inner()) ? Optional.of(f) : Optional.empty());
        };
    }

    private static boolean isName(Declarator declarator) {
        return switch (declarator) {
            case Declarator.Identifier i -> true;
            case Declarator.Attributed a -> isName(a.inner());
            default -> false;
        };
    }
}
