package org.latebind.bind.inspect;

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
    /** The keywords that a tag follows. */
    static final Set<String> TAGS = Set.of("struct", "union", "enum");
    /** What a declaration on a line of its own may begin with, after a macro's use without a semicolon. */
    private static final Set<String> BEGINNINGS = Set.of("typedef", "extern", "static", "inline", "struct", "union", "enum",
            "const", "unsigned", "signed", "void", "int", "long", "short", "char", "bool", "size_t");

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
        int braces = 0;
        int parentheses = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.has(Token.LINE_START) && token.isPunctuator("#")) {
                int end = lineEnd(i);
                if (end - i > 2 && at(i + 1, "define") && at(i + 2, name)) {
                    found.add(tokens.subList(i, end));
                }
                i = end - 1;
                start = braces == 0 ? end : start;
                continue;
            }
            if (braces == 0 && parentheses == 0 && i > start && beginsAnother(i)) {
                start = i;
            }
            switch (token.kind() == TokenKind.PUNCTUATOR ? token.text() : "") {
                case "{" -> braces++;
                case "}" -> braces = Math.max(0, braces - 1);
                case "(" -> parentheses++;
                case ")" -> parentheses = Math.max(0, parentheses - 1);
                case ";" -> {
                    parentheses = braces == 0 ? 0 : parentheses;
                    start = braces == 0 ? i + 1 : start;
                }
                default -> {
                    if (token.isIdentifier(name)) {
                        occurrence(i, braces, parentheses, start);
                    }
                }
            }
            // A function's body ends a declaration without a semicolon.
            if (braces == 0 && token.isPunctuator("}") && !at(i + 1, ";") && !declaratorFollows(i + 1)) {
                start = i + 1;
            }
        }
    }

    /** {@code DEFINE_FREE(...)}, and a declaration on the next line. */
    private boolean beginsAnother(int index) {
        var token = tokens.get(index);
        return token.has(Token.LINE_START) && token.column() == 1 && at(index - 1, ")") && BEGINNINGS.contains(token.text());
    }

    private void occurrence(int index, int braces, int parentheses, int start) {
        boolean tag = index > 0 && TAGS.contains(tokens.get(index - 1).text());
        if (tag && at(index + 1, "{")) {
            found.add(tokens.subList(index - 1, tagEnd(index + 1)));
        } else if (!tag && braces == 0 && index > start && (parentheses == 0 ? isDeclared(index, start) : isPointed(index))) {
            found.add(tokens.subList(start, declarationEnd(start, index)));
        } else if (!tag && braces == 1 && (at(index + 1, ",") || at(index + 1, "=") || at(index + 1, "}"))
                && (at(index - 1, "{") || at(index - 1, ",") || tokens.get(index).has(Token.LINE_START) && !at(index - 1, "="))
                && inEnumeration(index)) {
            found.add(tokens.subList(index, lineEnd(index)));
        }
    }

    /** Whether the name is what is declared: neither the type of what follows, nor an attribute of what stands before. */
    private boolean isDeclared(int index, int start) {
        if (at(index - 1, "=") || at(index - 1, ")") && !at(index + 1, "(")) {
            return false;
        }
        if (at(index - 1, "}") && !at(start, "typedef") && name.startsWith("__")) {
            return false;
        }
        return at(index + 1, "(") && !at(index + 2, "*") || at(index + 1, ";") || at(index + 1, "[") || at(index + 1, "=");
    }

    /** {@code int (*name)(void)}. */
    private boolean isPointed(int index) {
        return at(index - 1, "*") && at(index - 2, "(") && at(index + 1, ")") && at(index + 2, "(");
    }

    private boolean at(int index, String text) {
        return index >= 0 && index < tokens.size() && tokens.get(index).text().equals(text);
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

    /** The end of a type's body with what is said of it behind: {@code } __packed;}. */
    private int tagEnd(int open) {
        int close = closing(open);
        for (int i = close; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isPunctuator(";")) {
                return i + 1;
            }
            if (token.isPunctuator("{") || token.isPunctuator("}") || token.has(Token.LINE_START) && token.isPunctuator("#")) {
                return close;
            }
        }
        return close;
    }

    /** The index after the bracket that closes this one. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).isPunctuator("{")) {
                depth++;
            } else if (tokens.get(i).isPunctuator("}") && --depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    private int declarationEnd(int start, int index) {
        int brackets = 0;
        for (int i = start; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isPunctuator("(")) {
                brackets++;
            } else if (token.isPunctuator(")")) {
                brackets--;
            } else if (i > index && brackets == 0 && token.isPunctuator(";")) {
                return i + 1;
            } else if (i > index && brackets == 0 && token.isPunctuator("{")) {
                int close = closing(i);
                return at(close, ";") ? close + 1 : close;
            }
        }
        return tokens.size();
    }
}
