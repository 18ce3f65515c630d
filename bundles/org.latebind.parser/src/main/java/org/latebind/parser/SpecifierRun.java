package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.parser.Guesses.Context;
import org.latebind.parser.Guesses.Role;

/**
 * A row of identifiers among specifiers in which types, macros for attributes and the declared name
 * cannot be told apart by grammar.
 *
 * <pre>
 * static int __init probe(void)          int seen; __init attribute, probe declared
 * static foo_t __maybe_unused x = 1;     foo_t type, __maybe_unused attribute, x declared
 * char data[] / u8 buf __aligned(8);     u8 type, buf declared, __aligned(8) attribute
 * const foo __iomem *                    foo type, __iomem attribute; the name comes after the star
 * </pre>
 */
final class SpecifierRun {
    /** One identifier with its parenthesised group, if it has one. */
    private record Element(int place, int end, String name) {
        boolean hasGroup() {
            return end > place + 1;
        }
    }

    private final TokenCursor cursor;
    private final Scopes scopes;
    private final Context context;
    private final List<Element> elements = new ArrayList<>();
    /** Those that a declared name is among: behind the type's keywords. */
    private int firstNameable;
    private boolean typeSeen;
    private Lexeme terminator = Lexeme.END;

    SpecifierRun(TokenCursor cursor, Scopes scopes, int place, boolean typeSeen, Context context) {
        this.cursor = cursor;
        this.scopes = scopes;
        this.context = context;
        this.typeSeen = typeSeen;
        collect(place);
    }

    private void collect(int from) {
        int place = from;
        while (true) {
            var lexeme = cursor.at(place);
            if (lexeme == Lexeme.IDENTIFIER) {
                int end = groupEnd(place);
                elements.add(new Element(place, end, cursor.tokenAt(place).text()));
                place = end;
                if (context == Context.DECLARATION && cursor.at(end - 1) == Lexeme.CLOSE_PAREN
                        && OldStyle.body(cursor, end) >= 0) {
                    terminator = Lexeme.OPEN_BRACE;
                    return;
                }
            } else if (lexeme == Lexeme.ATTRIBUTE || lexeme == Lexeme.ALIGNAS) {
                place = cursor.afterGroup(place + 1);
            } else if (lexeme.isSpecifier()) {
                if (lexeme.role() == Lexeme.Role.BASIC_TYPE || lexeme.role() == Lexeme.Role.TYPE_KEYWORD) {
                    typeSeen = true;
                    firstNameable = elements.size();
                }
                if (lexeme.role() == Lexeme.Role.TYPE_KEYWORD) {
                    terminator = lexeme;
                    return;
                }
                place++;
            } else {
                terminator = lexeme;
                return;
            }
        }
    }

    /** After the group of a macro or of parameters; after the name where a declarator's parenthesis follows. */
    private int groupEnd(int place) {
        if (cursor.at(place + 1) != Lexeme.OPEN_PAREN || cursor.at(place + 2) == Lexeme.STAR) {
            return place + 1;
        }
        int end = cursor.afterGroup(place + 1);
        return cursor.at(end) == Lexeme.OPEN_PAREN ? place + 1 : end;
    }

    Role role(int place) {
        int name = declaredName();
        if (name == place) {
            return Role.DECLARATOR;
        }
        // What follows the declared name is an attribute of the declarator, and no specifier.
        if (name >= 0 && place > name) {
            return Role.DECLARATOR;
        }
        return !typeSeen && type(name) == place ? Role.TYPE : Role.ATTRIBUTE;
    }

    /** The place of the declared name, or -1 where it comes later or there is none. */
    private int declaredName() {
        if (context == Context.TYPE_NAME || terminator == Lexeme.STAR || terminator.role() == Lexeme.Role.TYPE_KEYWORD
                || terminator == Lexeme.OPEN_PAREN) {
            return -1;
        }
        if (context == Context.PARAMETER && !typeSeen && elements.size() == 1) {
            return -1;
        }
        var nameable = elements.subList(firstNameable, elements.size());
        var candidates = nameable.stream().filter(this::mayBeDeclared).toList();
        var function = candidates.stream().filter(this::hasParameters).findFirst();
        if (function.isPresent()) {
            return function.get().place();
        }
        var plain = candidates.stream().filter(element -> !element.hasGroup()).toList();
        if (plain.isEmpty()) {
            return lastResort(nameable);
        }
        var last = plain.getLast();
        var behind = nameable.stream().filter(element -> element.place() > last.place()).toList();
        // 'u8 __x': the one plain name must be the type, so the declared name comes behind it.
        return !typeSeen && plain.size() == 1 && !behind.isEmpty() ? lastResort(behind) : last.place();
    }

    private boolean mayBeDeclared(Element element) {
        return !NameShapes.isAttributeLike(element.name());
    }

    private boolean hasParameters(Element element) {
        return element.hasGroup() && !hasConstantArgument(element);
    }

    /** {@code __aligned(8)}, {@code __section(".x")}: no parameter list begins so. */
    private boolean hasConstantArgument(Element element) {
        var argument = cursor.at(element.place() + 2);
        return argument == Lexeme.NUMBER || argument == Lexeme.STRING;
    }

    /** All look like attributes: a function's name has parameters, a variable's stands last. */
    private int lastResort(List<Element> from) {
        return from.stream().filter(this::hasParameters).findFirst()
                .or(() -> from.isEmpty() ? Optional.empty() : Optional.of(from.getLast()))
                .map(Element::place).orElse(-1);
    }

    /** The place of the element that is best taken for the type, or -1. */
    private int type(int name) {
        var before = elements.stream().filter(element -> name < 0 || element.place() < name).toList();
        for (var element : before) {
            if (scopes.isTypedefName(element.name())) {
                return element.place();
            }
        }
        for (var element : before) {
            if (!element.hasGroup() && NameShapes.isTypeLike(element.name())) {
                return element.place();
            }
        }
        var plain = before.stream().filter(element -> !NameShapes.isAttributeLike(element.name())).toList();
        if (!plain.isEmpty()) {
            return plain.getLast().place();
        }
        boolean macro = name >= 0 && NameShapes.isUpperCase(cursor.tokenAt(name).text());
        return before.isEmpty() || macro ? -1 : before.getLast().place();
    }
}
