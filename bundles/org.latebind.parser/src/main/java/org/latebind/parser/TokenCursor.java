package org.latebind.parser;

import java.util.ArrayList;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * The token list under the parser's hands: where it stands, what comes next, how deep it is.
 *
 * <p>Pragmas that only steer warnings are passed over wherever they stand, as gcc does.
 */
final class TokenCursor {
    /**
     * How deep constructs may lie inside each other, in units of a few calls on the stack: 256 levels of
     * parentheses fit, as in clang, and 768 of labels or of {@code else if}. A stack of 1 MB must do.
     */
    static final int MAX_NESTING = 768;

    /** Steps of a macro-expansion trail that a diagnostic shows. */

    private final List<Token> tokens;
    private final Lexeme[] lexemes;
    private final Directives directives;
    private final Token end;
    private int limit;
    private int index;
    /** After the last token taken: what is passed over behind it belongs to no node. */
    private int taken;
    private int nesting;

    TokenCursor(List<Token> tokens) {
        this(tokens, Directives.NONE);
    }

    /** @param directives of a module file; none of a preprocessed stream */
    TokenCursor(List<Token> tokens, Directives directives) {
        this.directives = directives;
        this.tokens = tokens;
        this.lexemes = new Lexeme[tokens.size()];
        for (int i = 0; i < lexemes.length; i++) {
            lexemes[i] = directives.isLine(i) ? Lexeme.DIRECTIVE : Lexeme.of(tokens.get(i));
        }
        this.end = endAfter(tokens);
        this.limit = lexemes.length;
        skipWarningPragmas();
    }

    private static Token endAfter(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return new Token(TokenKind.END, "", Position.NONE.file(), 0, 0, 0, Expansion.NONE);
        }
        var last = tokens.getLast();
        return new Token(TokenKind.END, "", last.file(), last.line(), last.column(), 0, last.expansion());
    }

    Directives directives() {
        return directives;
    }

    int index() {
        return index;
    }

    int size() {
        return limit;
    }

    /**
     * Makes the list end at {@code place} until the next call.
     *
     * @return where it ended before
     */
    int limit(int place) {
        int before = limit;
        limit = place;
        return before;
    }

    /** Goes to an earlier or later place. */
    void moveTo(int place) {
        index = place;
        taken = place;
        skipWarningPragmas();
    }

    Lexeme peek() {
        return at(index);
    }

    Lexeme peek(int ahead) {
        return at(index + ahead);
    }

    Lexeme at(int place) {
        return place >= 0 && place < limit ? lexemes[place] : Lexeme.END;
    }

    /** As {@link #at(int)}, limit or not. */
    Lexeme rawAt(int place) {
        return place >= 0 && place < lexemes.length ? lexemes[place] : Lexeme.END;
    }

    /** As {@link #tokenAt}, limit or not. */
    Token rawToken(int place) {
        return place >= 0 && place < lexemes.length ? tokens.get(place) : end;
    }

    /** The place of the parenthesis that the one at {@code close} closes, or 0. */
    int openingOf(int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            if (lexemes[i] == Lexeme.CLOSE_PAREN) {
                depth++;
            } else if (lexemes[i] == Lexeme.OPEN_PAREN && --depth == 0) {
                return i;
            }
        }
        return 0;
    }

    Token token() {
        return tokenAt(index);
    }

    Token tokenAt(int place) {
        return place >= 0 && place < limit ? tokens.get(place) : end;
    }

    String text() {
        return token().text();
    }

    boolean at(Lexeme wanted) {
        return peek() == wanted;
    }

    boolean at(Lexeme wanted, int ahead) {
        return peek(ahead) == wanted;
    }

    /** Whether the current token is the first of its line. */
    boolean atLineStart() {
        return isAtEnd() || token().has(Token.LINE_START);
    }

    boolean isAtEnd() {
        return peek() == Lexeme.END;
    }

    /** Takes the current token. */
    Token next() {
        var token = token();
        if (index < limit) {
            index++;
            taken = index;
            skipWarningPragmas();
        }
        return token;
    }

    boolean accept(Lexeme wanted) {
        if (peek() == wanted) {
            next();
            return true;
        }
        return false;
    }

    Token expect(Lexeme wanted, String context) {
        if (peek() != wanted) {
            throw wanted == Lexeme.SEMICOLON ? missingSemicolon(context) : expected("'" + wanted.spelling() + "'" + context);
        }
        return next();
    }

    /** Points behind the token before where the next one stands in another line. */
    private SyntaxError missingSemicolon(String context) {
        var error = expected("';'" + context);
        var before = tokenAt(index - 1);
        boolean plain = before.expansion().isNone() && token().expansion().isNone();
        if (index == 0 || !plain || before.line() == token().line() || !before.file().equals(token().file())) {
            return error;
        }
        var behind = new Position(before.file(), before.line(), before.column() + before.text().length());
        return new SyntaxError(Diagnostic.error("LB3001", behind, error.diagnostic().message()), index);
    }

    Token expect(Lexeme wanted) {
        return expect(wanted, "");
    }

    /** Takes an identifier. */
    String identifier(String what) {
        if (peek() != Lexeme.IDENTIFIER) {
            throw expected(what);
        }
        return next().text();
    }

    private void skipWarningPragmas() {
        while (index < limit && lexemes[index] == Lexeme.PRAGMA && steersWarnings(tokens.get(index).text())) {
            index++;
        }
    }

    static boolean steersWarnings(String pragma) {
        var text = pragma.strip();
        return text.startsWith("GCC diagnostic") || text.startsWith("clang ") || text.startsWith("GCC system_header")
                || text.startsWith("GCC warning") || text.startsWith("message");
    }

    /** The index after the bracket that closes the one at {@code open}; the end where none does. */
    int afterGroup(int open) {
        int depth = 0;
        for (int i = open; i < limit; i++) {
            switch (lexemes[i]) {
                case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> depth++;
                case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> {
                    if (--depth <= 0) {
                        return i + 1;
                    }
                }
                default -> { }
            }
        }
        return limit;
    }

    /** The place after a macro's name and, where {@code grouped} and one follows, its arguments. */
    int afterMacroUse(int place, boolean grouped) {
        return grouped && at(place + 1) == Lexeme.OPEN_PAREN ? afterGroup(place + 1) : place + 1;
    }

    /** Takes a bracketed group whole. */
    void skipGroup() {
        int end = afterGroup(index);
        for (int i = index; i < end; i++) {
            if (at(i) == Lexeme.DIRECTIVE) {
                throw error("LB3001", "a directive is between brackets", i);
            }
        }
        if (!closes(at(end - 1))) {
            throw error("LB3006", "no closing bracket for this " + describe(token()), index);
        }
        moveTo(end);
    }

    private static boolean closes(Lexeme lexeme) {
        return lexeme == Lexeme.CLOSE_PAREN || lexeme == Lexeme.CLOSE_BRACKET || lexeme == Lexeme.CLOSE_BRACE;
    }

    /** The place after any {@code __attribute__((...))} at {@code from}. */
    int afterAttributes(int from) {
        int i = from;
        while (at(i) == Lexeme.ATTRIBUTE && at(i + 1) == Lexeme.OPEN_PAREN
                || at(i) == Lexeme.ALIGNAS && at(i + 1) == Lexeme.OPEN_PAREN) {
            i = afterGroup(i + 1);
        }
        return i;
    }

    /** A span from {@code first} up to here that points at its first token. */
    Span since(int first) {
        return since(first, first);
    }

    /** A span from {@code first} up to here that points at the token {@code main}. */
    Span since(int first, int main) {
        return new Span(tokenAt(main).blame(), first, Math.max(taken, first));
    }

    /** Counts one construct in another; every call is paired with {@link #leave}. */
    void enter() {
        enter(1);
    }

    /** Counts a construct whose parts are parsed through many calls. */
    void enter(int units) {
        nesting += units;
        if (nesting > MAX_NESTING) {
            nesting = 0;
            var token = token();
            throw new SyntaxError(
                    Diagnostic.error("LB3003", token.blame(), "constructs are nested too deeply")
                            .withLength(token.text().length())
                            .withHelp("split the expression, or the block, into parts"),
                    index);
        }
    }

    void leave() {
        leave(1);
    }

    void leave(int units) {
        nesting -= units;
    }

    int nesting() {
        return nesting;
    }

    /** After an error was caught. */
    void restoreNesting(int depth) {
        nesting = depth;
    }

    SyntaxError expected(String what) {
        return error("LB3001", "expected " + what + " before " + describe(token()));
    }

    SyntaxError error(String code, String message) {
        return error(code, message, index);
    }

    SyntaxError error(String code, String message, int place) {
        return new SyntaxError(diagnostic(code, message, place), place);
    }

    Diagnostic diagnostic(String code, String message, int place) {
        var token = tokenAt(place);
        return Diagnostic.error(code, token.blame(), message)
                .withLength(token.expansion().isNone() ? token.text().length() : 1);
    }

    static String describe(Token token) {
        return switch (token.kind()) {
            case END -> "the end of input";
            case STRING -> "string literal " + shortened(token.text());
            case PRAGMA -> "'#pragma " + shortened(token.text()) + "'";
            default -> "'" + shortened(token.text()) + "'";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
