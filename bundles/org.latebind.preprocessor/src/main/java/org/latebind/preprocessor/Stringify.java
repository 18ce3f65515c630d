package org.latebind.preprocessor;

import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** The {@code #} operator, C11 6.10.3.2. */
final class Stringify {
    private Stringify() {}

    /** At least the characters that {@link #spelling} makes of tokens without quotes, at most half of others'. */
    static long length(Token[] tokens, int from, int to) {
        long length = 0;
        for (int i = from; i < to; i++) {
            length += tokens[i].text().length() + 1;
        }
        return length;
    }

    /** The string literal of an argument as written. */
    static String spelling(Token[] tokens, int from, int to) {
        var out = new StringBuilder().append('"');
        for (int i = from; i < to; i++) {
            var token = tokens[i];
            if (i > from && token.has(Token.SPACE_BEFORE)) {
                out.append(' ');
            }
            if (token.kind() == TokenKind.STRING || token.kind() == TokenKind.CHARACTER) {
                escape(token.text(), out);
            } else {
                out.append(token.text());
            }
        }
        dropOddBackslash(out);
        return out.append('"').toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
    }

    /** gcc: a lone backslash at the end would escape the closing quote. */
    private static void dropOddBackslash(StringBuilder out) {
        int last = out.length();
        while (last > 1 && out.charAt(last - 1) == '\\') {
            last--;
        }
        if ((out.length() - last) % 2 == 1) {
            out.setLength(out.length() - 1);
        }
    }
}
