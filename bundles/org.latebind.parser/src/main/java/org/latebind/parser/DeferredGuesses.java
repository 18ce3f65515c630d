package org.latebind.parser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.parser.Scopes.Meaning;
import org.latebind.syntax.api.DeferredItem.Assumption;
import org.latebind.syntax.api.ModuleNames;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.Token;

/**
 * Of a module's own tokens: a name that the module does not declare is judged by what stands around
 * it, then by its shape, and the choice is recorded as an assumption.
 */
final class DeferredGuesses implements Guesses {
    private final TokenCursor cursor;
    private final Scopes scopes;
    private final ModuleNames names;
    private final Set<String> assumed = new LinkedHashSet<>();
    private final List<Assumption> assumptions = new ArrayList<>();

    DeferredGuesses(TokenCursor cursor, Scopes scopes, ModuleNames names) {
        this.cursor = cursor;
        this.scopes = scopes;
        this.names = names;
    }

    /** The assumptions since the last call. */
    List<Assumption> takeAssumptions() {
        var taken = List.copyOf(assumptions);
        assumptions.clear();
        assumed.clear();
        return taken;
    }

    @Override
    public void forgetFrom(int count) {
        while (assumptions.size() > count) {
            var last = assumptions.removeLast();
            assumed.remove(key(last.sort(), last.name()));
        }
    }

    @Override
    public int assumptionCount() {
        return assumptions.size();
    }

    private static String key(Assumption.Sort sort, String name) {
        return sort + " " + name;
    }

    private boolean assume(int place, boolean type) {
        var name = name(place);
        if (scopes.meaning(name).isEmpty() || names.macros().contains(name)) {
            var sort = type ? Assumption.Sort.TYPE : Assumption.Sort.VALUE;
            if (assumed.add(key(sort, name))) {
                assumptions.add(new Assumption(sort, name,
                        new Span(cursor.tokenAt(place).blame(), place, place + 1)));
            }
        }
        return type;
    }

    private String name(int place) {
        return cursor.tokenAt(place).text();
    }

    private Optional<Boolean> knownAsType(int place) {
        return scopes.meaning(name(place)).map(meaning -> meaning == Meaning.TYPEDEF);
    }

    /** On some kernel: whatever the module does not declare itself. */
    @Override
    public boolean mayBeMacro(int place) {
        return cursor.at(place) == Lexeme.IDENTIFIER
                && (scopes.meaning(name(place)).isEmpty() || names.macros().contains(name(place)));
    }

    /** A macro of the module's in any case; another one where its arguments do not set it apart. */
    @Override
    public boolean mayBePrefix(int place) {
        return mayBeMacro(place)
                && (names.macros().contains(name(place)) || cursor.at(place + 1) != Lexeme.OPEN_PAREN);
    }

    /**
     * A macro can put right what stands next to its use. So an error counts where neither the token that
     * does not fit nor the one before it belongs to a possible macro use, outside of any conditional.
     */
    @Override
    public boolean isCertain(SyntaxError error) {
        int place = error.at();
        if (cursor.directives().isInside(place) || cursor.rawAt(place) == Lexeme.DIRECTIVE) {
            return false;
        }
        int before = place - 1;
        if (cursor.rawAt(before) == Lexeme.CLOSE_PAREN) {
            before = cursor.openingOf(before) - 1;
        }
        return !mayBeMacroToken(place) && !mayBeMacroToken(place - 1) && !mayBeMacroToken(before);
    }

    private boolean mayBeMacroToken(int place) {
        if (cursor.rawAt(place) != Lexeme.IDENTIFIER) {
            return false;
        }
        var name = cursor.rawToken(place).text();
        return scopes.meaning(name).isEmpty() || names.macros().contains(name);
    }

    @Override
    public boolean deferred() {
        return true;
    }

    @Override
    public boolean castsTo(int place) {
        int end = endOfTypeShape(place);
        if (end < 0 || knownAsType(place).equals(Optional.of(false))) {
            return false;
        }
        if (cursor.at(end) != Lexeme.CLOSE_PAREN) {
            return true;
        }
        if (end > place + 1) {
            return (isPlainType(end - 1) || beginsOperand(cursor.at(end + 1))) && assume(place, true);
        }
        return assume(place, knownAsType(place).orElseGet(() -> loneNameIsCast(place, cursor.at(end + 1))));
    }

    /** Whether what ends at this token, a {@code *} or a keyword, must be a type. */
    private boolean isPlainType(int last) {
        return cursor.at(last) != Lexeme.IDENTIFIER;
    }

    private static boolean beginsOperand(Lexeme next) {
        return switch (next) {
            case IDENTIFIER, NUMBER, STRING, CHARACTER, TILDE, EXCLAMATION, OPEN_BRACE, OPEN_PAREN, SIZEOF, EXTENSION,
                    STAR, AMPERSAND, MINUS, PLUS -> true;
            default -> next.role() == Lexeme.Role.KEYWORD;
        };
    }

    private boolean loneNameIsCast(int place, Lexeme next) {
        var name = name(place);
        return switch (next) {
            case IDENTIFIER, NUMBER, STRING, CHARACTER, TILDE, EXCLAMATION, OPEN_BRACE, SIZEOF, ALIGNOF,
                    PREFERRED_ALIGNOF, EXTENSION -> true;
            case OPEN_PAREN -> !NameShapes.isUpperCase(name);
            case STAR, AMPERSAND, MINUS, PLUS -> NameShapes.isTypeLike(name);
            default -> false;
        };
    }

    /**
     * Where what begins at {@code place} reads as a type name up to a closing parenthesis, that
     * parenthesis' place, or that of a tag keyword met before; else -1. {@code a * b} does not.
     */
    private int endOfTypeShape(int place) {
        int i = place;
        boolean star = false;
        while (true) {
            switch (cursor.at(i)) {
                case IDENTIFIER -> {
                    if (star || knownAsType(i).equals(Optional.of(false))) {
                        return -1;
                    }
                }
                case STAR -> star = true;
                case CLOSE_PAREN -> {
                    return i;
                }
                case OPEN_PAREN -> {
                    return star || cursor.at(i + 1) != Lexeme.STAR ? -1 : afterFunctionPointer(i);
                }
                case STRUCT, UNION, ENUM -> {
                    return i;
                }
                default -> {
                    if (cursor.at(i).role() != Lexeme.Role.QUALIFIER
                            && cursor.at(i).role() != Lexeme.Role.BASIC_TYPE) {
                        return -1;
                    }
                }
            }
            i++;
        }
    }

    /** {@code T (*)(int)}: the place of the parenthesis that closes the type, or -1. */
    private int afterFunctionPointer(int open) {
        int inner = cursor.afterGroup(open);
        boolean abstractPointer = cursor.at(open + 2) == Lexeme.CLOSE_PAREN;
        if (!abstractPointer || cursor.at(inner) != Lexeme.OPEN_PAREN) {
            return -1;
        }
        int end = cursor.afterGroup(inner);
        return cursor.at(end) == Lexeme.CLOSE_PAREN ? end : -1;
    }

    @Override
    public boolean operandIsType(int place) {
        int end = endOfTypeShape(place);
        if (end < 0) {
            return false;
        }
        if (end > place + 1) {
            return assume(place, true);
        }
        return assume(place, knownAsType(place).orElseGet(() -> NameShapes.isTypeLike(name(place))));
    }

    @Override
    public boolean beginsDeclaration(int place) {
        var known = knownAsType(place);
        if (known.isPresent() && !names.macros().contains(name(place))) {
            return known.get();
        }
        return switch (cursor.at(place + 1)) {
            case IDENTIFIER -> namesTypeBeforeName(place);
            case STAR -> declaresPointer(place);
            case OPEN_PAREN -> declaresAfterGroup(place);
            default -> cursor.at(place + 1).isSpecifier();
        };
    }

    /** {@code foo_t x}; but {@code FOO bar(x);} is a macro before a statement. */
    private boolean namesTypeBeforeName(int place) {
        if (cursor.tokenAt(place + 1).has(Token.LINE_START)) {
            return false;
        }
        return switch (cursor.at(place + 2)) {
            // As in 'VERBOSE a[1] |= 4;': no declarator goes on with an operator.
            case OPEN_PAREN -> !NameShapes.isUpperCase(name(place))
                    && !goesOnExpression(cursor.at(afterGroups(place + 2)));
            case OPEN_BRACKET -> !goesOnExpression(cursor.at(afterGroups(place + 2)));
            default -> !goesOnExpression(cursor.at(place + 2));
        };
    }

    private int afterGroups(int place) {
        int after = place;
        while (cursor.at(after) == Lexeme.OPEN_BRACKET || cursor.at(after) == Lexeme.OPEN_PAREN) {
            after = cursor.afterGroup(after);
        }
        return after;
    }

    private static boolean goesOnExpression(Lexeme lexeme) {
        return switch (lexeme) {
            case DOT, ARROW, PLUS_PLUS, MINUS_MINUS, AMPERSAND, PLUS, MINUS, SLASH, PERCENT, SHIFT_LEFT, SHIFT_RIGHT,
                    LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL_EQUAL, NOT_EQUAL, CARET, BAR, AND_AND, OR_OR,
                    QUESTION, STAR_EQUAL, SLASH_EQUAL, PERCENT_EQUAL, PLUS_EQUAL, MINUS_EQUAL, SHIFT_LEFT_EQUAL,
                    SHIFT_RIGHT_EQUAL, AND_EQUAL, XOR_EQUAL, OR_EQUAL -> true;
            default -> false;
        };
    }

    /** {@code T *x;}, {@code T *x = ...}: as an expression it would have no effect. */
    private boolean declaresPointer(int place) {
        int i = place + 1;
        while (cursor.at(i) == Lexeme.STAR || cursor.at(i).role() == Lexeme.Role.QUALIFIER) {
            i++;
        }
        while (cursor.at(i) == Lexeme.IDENTIFIER && cursor.at(i + 1) == Lexeme.IDENTIFIER) {
            i++;
        }
        if (cursor.at(i) != Lexeme.IDENTIFIER) {
            return false;
        }
        return switch (cursor.at(i + 1)) {
            case SEMICOLON, EQUAL, COMMA, OPEN_BRACKET, CLOSE_PAREN, ATTRIBUTE -> true;
            default -> false;
        };
    }

    /** {@code T (*f)(int);}, {@code typeof_it(x) y = ...;}, {@code __aligned(8) int x;}. */
    private boolean declaresAfterGroup(int place) {
        int after = cursor.afterGroup(place + 1);
        if (cursor.at(place + 2) == Lexeme.STAR && cursor.at(after) == Lexeme.OPEN_PAREN) {
            var end = cursor.at(cursor.afterGroup(after));
            return end == Lexeme.EQUAL || end == Lexeme.SEMICOLON && NameShapes.isTypeLike(name(place));
        }
        if (cursor.tokenAt(after).has(Token.LINE_START)) {
            return false;
        }
        return switch (cursor.at(after)) {
            case IDENTIFIER -> switch (cursor.at(after + 1)) {
                case SEMICOLON, EQUAL, COMMA, OPEN_BRACKET -> true;
                default -> false;
            };
            case STAR -> cursor.at(after + 1) == Lexeme.IDENTIFIER && cursor.at(after + 2) == Lexeme.EQUAL;
            default -> cursor.at(after).isSpecifier();
        };
    }

    @Override
    public boolean beginsParameter(int place) {
        return true;
    }

    @Override
    public Role amongSpecifiers(int place, boolean typeSeen, Context context) {
        var role = new SpecifierRun(cursor, scopes, place, typeSeen, context).role(place);
        if (role == Role.TYPE) {
            assume(place, true);
        }
        return role;
    }

    /** Lone names, and behind the parenthesis a declaration of them: a macro may stand there, too, and has no body. */
    @Override
    public boolean beginsOldStyleParameters(int place) {
        int i = place;
        while (cursor.at(i) == Lexeme.IDENTIFIER && cursor.at(i + 1) == Lexeme.COMMA) {
            i += 2;
        }
        return cursor.at(i) == Lexeme.IDENTIFIER && cursor.at(i + 1) == Lexeme.CLOSE_PAREN
                && OldStyle.body(cursor, i + 2) >= 0;
    }

    @Override
    public boolean isAttributeAfterStar(int place, boolean nameMayFollow) {
        if (cursor.at(place) != Lexeme.IDENTIFIER) {
            return false;
        }
        if (!nameMayFollow) {
            return true;
        }
        int after = cursor.afterMacroUse(place, NameShapes.isAttributeLike(name(place)));
        return switch (cursor.at(after)) {
            case IDENTIFIER -> NameShapes.isAttributeLike(name(place)) || !NameShapes.isAttributeLike(name(after));
            case STAR -> true;
            default -> cursor.at(after).role() == Lexeme.Role.QUALIFIER;
        };
    }

    @Override
    public boolean isAttributeBeforeTag(int place) {
        return cursor.at(place) == Lexeme.IDENTIFIER && cursor.at(place + 1) == Lexeme.IDENTIFIER
                && cursor.at(place + 2) == Lexeme.OPEN_BRACE;
    }

    @Override
    public boolean isAttributeAfterBrace(int place, boolean typedef) {
        if (cursor.at(place) != Lexeme.IDENTIFIER) {
            return false;
        }
        int after = cursor.at(place + 1) == Lexeme.OPEN_PAREN ? cursor.afterGroup(place + 1) : place + 1;
        return switch (cursor.at(after)) {
            case IDENTIFIER, STAR -> NameShapes.isAttributeLike(name(place));
            case SEMICOLON -> after > place + 1 || !typedef && NameShapes.isAttributeLike(name(place));
            default -> false;
        };
    }
}
