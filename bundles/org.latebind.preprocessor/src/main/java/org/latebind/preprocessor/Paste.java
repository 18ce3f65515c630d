package org.latebind.preprocessor;

import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** The {@code ##} operator, C11 6.10.3.3. */
final class Paste {
    private Paste() {}

    /** The kind of the token that two spellings make together, or null if they make none. */
    static TokenKind kind(Token left, Token right, String text) {
        boolean word = right.kind() == TokenKind.IDENTIFIER
                || right.kind() == TokenKind.NUMBER && isWord(right.text());
        if (word && left.kind() == TokenKind.IDENTIFIER) {
            return TokenKind.IDENTIFIER;
        }
        if (word && left.kind() == TokenKind.NUMBER) {
            return TokenKind.NUMBER;
        }
        var tokens = new GnuLexer().lex(SourceFile.BUILT_IN, text, problem -> {}).tokens();
        return tokens.size() == 1 && tokens.get(0).text().equals(text) && tokens.get(0).kind() != TokenKind.OTHER
                ? tokens.get(0).kind()
                : null;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '+' || c == '-') {
                return false;
            }
        }
        return true;
    }
}
