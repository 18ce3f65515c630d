package org.latebind.token.api;

import java.util.Objects;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

/**
 * A preprocessing token.
 *
 * @param text the spelling, with quotes and prefixes
 * @param file where it is spelled; for a token made by {@code ##} or {@code #}, the operator's file
 * @param line physical line from 1
 * @param column from 1
 * @param flags a set of the constants here
 * @param expansion the macro use it came through
 */
public record Token(
        TokenKind kind, String text, SourceFile file, int line, int column, int flags, Expansion expansion) {
    /** White space, a comment or a line end stands before the token; so do the first tokens of lines. */
    public static final int SPACE_BEFORE = 1;
    /** The token is the first of its logical line. */
    public static final int LINE_START = 2;
    /** The identifier met its own macro while that was being replaced (C11 6.10.3.4p2). */
    public static final int NO_EXPAND = 4;

    public Token {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        Objects.requireNonNull(file);
        Objects.requireNonNull(expansion);
    }

    public Position position() {
        return new Position(file, line, column);
    }

    /** Where a diagnostic about this token points: the outermost macro use, or the token itself. */
    public Position blame() {
        return expansion.isNone() ? position() : expansion.outermostUse().leading(expansion);
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public boolean is(TokenKind wanted, String spelling) {
        return kind == wanted && text.equals(spelling);
    }

    public boolean isPunctuator(String spelling) {
        return is(TokenKind.PUNCTUATOR, spelling);
    }

    public boolean isIdentifier(String spelling) {
        return is(TokenKind.IDENTIFIER, spelling);
    }

    public Token withFlags(int newFlags) {
        return new Token(kind, text, file, line, column, newFlags, expansion);
    }
}
