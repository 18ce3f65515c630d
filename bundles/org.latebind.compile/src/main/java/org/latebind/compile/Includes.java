package org.latebind.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Position;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * What a file may include, whatever its conditionals decide.
 *
 * <pre>
 * #include "util.h"                     named
 * #if __has_include(&lt;compat/x.h&gt;)       named, too: the answer hangs on it
 * #include TRACE_INCLUDE(FILE)          computed
 * </pre>
 */
record Includes(List<Named> named, List<List<Token>> computed) {
    private static final Set<String> DIRECTIVES = Set.of("include", "include_next", "import");
    private static final Set<String> QUESTIONS = Set.of("__has_include", "__has_include_next");
    private static final Set<String> OPENING = Set.of("if", "ifdef", "ifndef");

    /**
     * A spelling between quotes or angle brackets.
     *
     * @param isModules whether the module itself must have it: quoted, included in any case, and not by a path, as
     *     kernel headers are
     */
    record Named(String spelling, Position at, boolean isModules) {}

    Includes {
        named = List.copyOf(named);
        computed = List.copyOf(computed);
    }

    static Includes of(LexedFile file) {
        return new Reading(file.tokens()).read();
    }

    private static final class Reading {
        private final List<Token> tokens;
        private final List<Named> named = new ArrayList<>();
        private final List<List<Token>> computed = new ArrayList<>();
        /** Conditionals around; the one that guards a whole header is not counted. */
        private int depth;
        /** Of the macro whose definition is read. */
        private Set<String> parameters = Set.of();

        Reading(List<Token> tokens) {
            this.tokens = tokens;
        }

        Includes read() {
            depth = isGuarded() ? -1 : 0;
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).has(Token.LINE_START) && tokens.get(i).isPunctuator("#")) {
                    directive(i + 1);
                } else if (QUESTIONS.contains(tokens.get(i).text()) && tokens.get(i + 1).isPunctuator("(")) {
                    question(i + 2);
                }
            }
            return new Includes(named, computed);
        }

        /** {@code #ifndef X_H} and {@code #define X_H} first. */
        private boolean isGuarded() {
            return tokens.size() > 5 && tokens.get(0).isPunctuator("#") && tokens.get(1).isIdentifier("ifndef")
                    && tokens.get(3).isPunctuator("#") && tokens.get(4).isIdentifier("define")
                    && tokens.get(5).text().equals(tokens.get(2).text());
        }

        private void directive(int place) {
            var word = tokens.get(place).text();
            parameters = word.equals("define") ? parameters(place + 1) : Set.of();
            if (word.equals("if") || word.equals("elif")) {
                arguments(place + 1);
            }
            if (OPENING.contains(word)) {
                depth++;
            } else if (word.equals("endif")) {
                depth--;
            } else if (DIRECTIVES.contains(word) && place + 1 < tokens.size()) {
                include(place + 1);
            }
        }

        /** The names between a function-like macro's parentheses. */
        private Set<String> parameters(int name) {
            int open = name + 1;
            if (open >= tokens.size() || !tokens.get(open).isPunctuator("(") || tokens.get(open).has(Token.SPACE_BEFORE)) {
                return Set.of();
            }
            return tokens.subList(open, closing(open + 1)).stream().map(Token::text).collect(Collectors.toSet());
        }

        /** What a condition may hand to a macro that asks: {@code #if HAS("x.h") || HAS(<y.h>)}. */
        private void arguments(int from) {
            int end = ComputedIncludes.endOfLine(tokens, from);
            for (int i = from; i < end; i++) {
                var token = tokens.get(i);
                if (token.kind() == TokenKind.STRING) {
                    named.add(new Named(spelling(token), token.position(), false));
                } else if (token.isPunctuator("(") && i + 1 < end && tokens.get(i + 1).isPunctuator("<")) {
                    var name = tokens.subList(i + 2, Math.max(i + 2, closing(i + 1) - 1)).stream()
                            .map(Token::text).collect(Collectors.joining());
                    named.add(new Named(name, token.position(), false));
                }
            }
        }

        private void include(int place) {
            var name = tokens.get(place);
            switch (name.kind()) {
                case STRING, HEADER_NAME -> {
                    var spelling = spelling(name);
                    boolean quoted = name.text().startsWith("\"");
                    boolean beside = !spelling.contains("/") || spelling.startsWith("./") || spelling.startsWith("../");
                    named.add(new Named(spelling, name.position(), quoted && beside && depth <= 0));
                }
                default -> {
                    if (!name.has(Token.LINE_START)) {
                        computed.add(tokens.subList(place, ComputedIncludes.endOfLine(tokens, place)));
                    }
                }
            }
        }

        private void question(int place) {
            if (place == tokens.size()) {
                return;
            }
            var name = tokens.get(place);
            switch (name.kind()) {
                case STRING, HEADER_NAME -> named.add(new Named(spelling(name), name.position(), false));
                // A macro's parameter is the use's to give.
                default -> {
                    if (!name.isPunctuator(")") && !parameters.contains(name.text())) {
                        computed.add(tokens.subList(place, closing(place)));
                    }
                }
            }
        }

        private int closing(int from) {
            int depth = 0;
            int end = ComputedIncludes.endOfLine(tokens, from);
            for (int i = from; i < end; i++) {
                if (tokens.get(i).isPunctuator(")") && depth-- == 0) {
                    return i;
                }
                depth += tokens.get(i).isPunctuator("(") ? 1 : 0;
            }
            return end;
        }

        private static String spelling(Token name) {
            return name.text().substring(1, name.text().length() - 1);
        }
    }
}
