package org.latebind.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;

/**
 * What a file may include, whatever its conditionals decide.
 *
 * <pre>
 * #include "util.h"                     named
 * #if __has_include(&lt;compat/x.h&gt;)       named, too: the answer hangs on it
 * #include TRACE_INCLUDE(FILE)          computed
 * </pre>
 */
record Includes(List<Named> named, boolean isComputed) {
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
    }

    static Includes of(LexedFile file) {
        return new Reading(file.tokens()).read();
    }

    private static final class Reading {
        private final List<Token> tokens;
        private final List<Named> named = new ArrayList<>();
        private boolean computed;
        /** Conditionals around; the one that guards a whole header is not counted. */
        private int depth;

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
            if (OPENING.contains(word)) {
                depth++;
            } else if (word.equals("endif")) {
                depth--;
            } else if (DIRECTIVES.contains(word) && place + 1 < tokens.size()) {
                include(tokens.get(place + 1));
            }
        }

        private void include(Token name) {
            switch (name.kind()) {
                case STRING, HEADER_NAME -> {
                    var spelling = spelling(name);
                    boolean quoted = name.text().startsWith("\"");
                    boolean beside = !spelling.contains("/") || spelling.startsWith("./") || spelling.startsWith("../");
                    named.add(new Named(spelling, name.position(), quoted && beside && depth <= 0));
                }
                default -> computed |= !name.has(Token.LINE_START);
            }
        }

        private void question(int place) {
            if (place == tokens.size()) {
                return;
            }
            var name = tokens.get(place);
            switch (name.kind()) {
                case STRING, HEADER_NAME -> named.add(new Named(spelling(name), name.position(), false));
                default -> computed |= !name.isPunctuator(")");
            }
        }

        private static String spelling(Token name) {
            return name.text().substring(1, name.text().length() - 1);
        }
    }
}
