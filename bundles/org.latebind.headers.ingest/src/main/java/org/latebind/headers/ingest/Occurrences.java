package org.latebind.headers.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * Where a header defines or declares a name, found in its tokens without preprocessing: every
 * alternative of a conditional is shown. For people to read; nothing is decided by it.
 */
final class Occurrences {
    private static final Set<String> TAGS = Set.of("struct", "union", "enum");

    private final List<Token> tokens;
    private final String name;
    private final List<List<Token>> found = new ArrayList<>();

    private Occurrences(LexedFile file, String name) {
        this.tokens = file.tokens();
        this.name = name;
    }

    /** The tokens of each macro definition, tagged type, declaration and enumerator of the name. */
    static List<List<Token>> in(LexedFile file, String name) {
        var search = new Occurrences(file, name);
        search.walk();
        return search.found;
    }

    private void walk() {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.has(Token.LINE_START) && token.isPunctuator("#")) {
                int end = lineEnd(i);
                if (end - i > 2 && at(i + 1, "define") && at(i + 2, name)) {
                    found.add(tokens.subList(i, end));
                }
                i = end - 1;
                start = depth == 0 ? end : start;
            } else if (token.isPunctuator("{")) {
                depth++;
            } else if (token.isPunctuator("}")) {
                depth = Math.max(0, depth - 1);
            } else if (token.isPunctuator(";") && depth == 0) {
                start = i + 1;
            } else if (token.isIdentifier(name)) {
                occurrence(i, depth, start);
            }
            // A function's body ends a declaration without a semicolon.
            if (depth == 0 && token.isPunctuator("}") && !at(i + 1, ";") && !declaratorFollows(i + 1)) {
                start = i + 1;
            }
        }
    }

    private void occurrence(int index, int depth, int start) {
        boolean tag = index > 0 && TAGS.contains(tokens.get(index - 1).text());
        if (tag && at(index + 1, "{")) {
            found.add(tokens.subList(index - 1, closing(index + 1)));
        } else if (!tag && depth == 0 && (at(index + 1, "(") || at(index + 1, ";") || at(index + 1, "[")
                || at(index + 1, "=")) && index > start) {
            found.add(tokens.subList(start, declarationEnd(index)));
        } else if (!tag && depth == 1 && (at(index + 1, ",") || at(index + 1, "=") || at(index + 1, "}"))
                && inEnumeration(index)) {
            found.add(tokens.subList(index, lineEnd(index)));
        }
    }

    private boolean at(int index, String text) {
        return index < tokens.size() && tokens.get(index).text().equals(text);
    }

    private boolean declaratorFollows(int index) {
        return index < tokens.size() && tokens.get(index).kind() == TokenKind.IDENTIFIER
                && !tokens.get(index).has(Token.LINE_START);
    }

    private boolean inEnumeration(int index) {
        for (int i = index; i > 0; i--) {
            if (tokens.get(i).isPunctuator("{")) {
                return at(i - 1, "enum") || i > 1 && at(i - 2, "enum");
            }
        }
        return false;
    }

    private int lineEnd(int index) {
        int end = index + 1;
        while (end < tokens.size() && !tokens.get(end).has(Token.LINE_START)) {
            end++;
        }
        return end;
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).isPunctuator("{")) {
                depth++;
            } else if (tokens.get(i).isPunctuator("}") && --depth == 0) {
                return Math.min(tokens.size(), at(i + 1, ";") ? i + 2 : i + 1);
            }
        }
        return tokens.size();
    }

    private int declarationEnd(int index) {
        int brackets = 0;
        for (int i = index; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isPunctuator("(")) {
                brackets++;
            } else if (token.isPunctuator(")")) {
                brackets--;
            } else if (token.isPunctuator(";") && brackets == 0) {
                return i + 1;
            } else if (token.isPunctuator("{") && brackets == 0) {
                return closing(i);
            }
        }
        return tokens.size();
    }
}
