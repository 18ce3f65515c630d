package org.latebind.bind.inspect;

import java.util.List;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;

/** A header's text put together again from its tokens: comments are gone, all else is where it was. */
final class HeaderText {
    private HeaderText() {}

    static String of(LexedFile file) {
        return of(file.tokens(), 1);
    }

    /** Tokens as text, empty lines kept from {@code firstLine} on. */
    static String of(List<Token> tokens, int firstLine) {
        var out = new StringBuilder();
        int line = firstLine;
        int column = 1;
        for (var token : tokens) {
            if (token.line() > line) {
                out.append("\n".repeat(token.line() - line));
                line = token.line();
                column = 1;
            }
            int gap = token.column() - column;
            out.append(" ".repeat(Math.max(gap, token.has(Token.SPACE_BEFORE) && gap < 1 && column > 1 ? 1 : 0)));
            out.append(token.text());
            column = token.column() + token.text().length();
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }
}
