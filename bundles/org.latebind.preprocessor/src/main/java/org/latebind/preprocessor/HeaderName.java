package org.latebind.preprocessor;

import java.util.List;
import java.util.Optional;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** A header's name, C11 6.10.2: {@code <spelling>} if angled, else {@code "spelling"}. */
record HeaderName(String spelling, boolean angled) {

    /** Reads a name from tokens; after macro replacement {@code <}, words and {@code >} are put together. */
    static Optional<HeaderName> of(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        var first = tokens.get(0);
        if (first.kind() == TokenKind.STRING && first.text().startsWith("\"")) {
            return named(first.text(), false);
        }
        if (first.kind() == TokenKind.HEADER_NAME) {
            return named(first.text(), true);
        }
        if (!first.isPunctuator("<")) {
            return Optional.empty();
        }
        var name = new StringBuilder();
        for (int i = 1; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isPunctuator(">")) {
                return Optional.of(new HeaderName(name.toString(), true));
            }
            if (i > 1 && token.has(Token.SPACE_BEFORE)) {
                name.append(' ');
            }
            name.append(token.text());
        }
        return Optional.empty();
    }

    private static Optional<HeaderName> named(String quoted, boolean angled) {
        return quoted.length() > 2
                ? Optional.of(new HeaderName(quoted.substring(1, quoted.length() - 1), angled))
                : Optional.empty();
    }
}
