package org.latebind.ir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.TokenKind;

/**
 * The different tokens that a file names, to be compared with what the lexer makes of their texts: those who read tokens
 * take for granted that a string has its quotes and that a punctuator is one.
 */
final class Spellings {
    private record Spelling(TokenKind kind, String text) {}

    private final Set<Spelling> spellings = new LinkedHashSet<>();

    void add(TokenKind kind, String text) {
        switch (kind) {
            // One only after "#include".
            case HEADER_NAME ->
                    require(text.length() > 2 && text.charAt(0) == '<' && text.indexOf('>') == text.length() - 1);
            // Whatever else there is; a backslash would join two lines here.
            case OTHER -> require(!text.isEmpty());
            default -> spellings.add(new Spelling(kind, text));
        }
    }

    /** All at once, a text a line. */
    void check(Lexer lexer) {
        var lines = new StringBuilder();
        spellings.forEach(spelling -> lines.append(spelling.text()).append('\n'));
        var lexed = lexer.lex(SourceFile.BUILT_IN, lines.toString(), diagnostic -> { }).tokens().stream()
                .map(token -> new Spelling(token.kind(), token.text()))
                .toList();
        require(lexed.equals(List.copyOf(spellings)));
    }

    private static void require(boolean whole) {
        if (!whole) {
            throw new DamagedContentException("a token is not what the lexer makes of its text");
        }
    }
}
