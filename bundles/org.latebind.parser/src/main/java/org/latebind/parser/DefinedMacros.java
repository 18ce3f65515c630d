package org.latebind.parser;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.latebind.token.api.Token;

/** The macros that a module's files define, wherever the definitions stand. */
final class DefinedMacros {
    private final Set<String> names = new HashSet<>();
    private final Set<String> unbalanced = new HashSet<>();

    Set<String> names() {
        return names;
    }

    /** Those that are pieces of syntax: {@code #define BEGIN \{}. */
    Set<String> unbalanced() {
        return unbalanced;
    }

    void collect(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (Lexeme.beginsDirective(tokens.get(i)) && tokens.get(i + 1).isIdentifier("define")
                    && !tokens.get(i + 2).has(Token.LINE_START)) {
                var name = tokens.get(i + 2).text();
                names.add(name);
                if (!isBalanced(tokens, i + 3)) {
                    unbalanced.add(name);
                }
            }
        }
    }

    /** Whether no prefix of a line closes what it did not open, and its end leaves nothing open. */
    private static boolean isBalanced(List<Token> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size() && !tokens.get(i).has(Token.LINE_START); i++) {
            switch (Lexeme.of(tokens.get(i))) {
                case OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE -> depth++;
                case CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE -> depth--;
                default -> { }
            }
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
