package org.latebind.ir;

import java.util.List;
import java.util.TreeMap;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Token;

/**
 * The lines of a file, from its tokens and back. A line that goes on after a splice ends in a
 * backslash. The rare token that a splice cut in two cannot keep its columns this way: such a file's
 * tokens are moved to where the lines put them.
 */
final class SourceBlock {
    /** Longer than any source: the lines that a number skips are made. */
    private static final int MOST_LINES = 4_000_000;

    private final Lexer lexer;

    SourceBlock(Lexer lexer) {
        this.lexer = lexer;
    }

    void print(LexedFile file, StringBuilder out) {
        lines(file.tokens()).forEach((number, text) ->
                out.append(String.format("%6d|", number)).append(text).append('\n'));
    }

    LexedFile read(SourceFile file, TextCursor text, DiagnosticSink sink) {
        var lines = new TreeMap<Integer, String>();
        while (!text.acceptWord("items")) {
            int number = text.number();
            if (number < 1 || number > MOST_LINES) {
                throw text.wrong("no line number");
            }
            text.expectBar();
            lines.put(number, text.restOfLine());
        }
        return lex(file, lines, sink);
    }

    private LexedFile lex(SourceFile file, TreeMap<Integer, String> lines, DiagnosticSink sink) {
        var source = new StringBuilder();
        int line = 1;
        for (var entry : lines.entrySet()) {
            while (line < entry.getKey()) {
                source.append('\n');
                line++;
            }
            source.append(entry.getValue());
        }
        return lexer.lex(file, source.append('\n').toString(), sink);
    }

    private static TreeMap<Integer, String> lines(List<Token> tokens) {
        var lines = new TreeMap<Integer, StringBuilder>();
        int last = 0;
        for (var token : tokens) {
            int line = Math.max(token.line(), last);
            if (!token.has(Token.LINE_START) && last > 0) {
                for (int i = last; i < line; i++) {
                    lines.computeIfAbsent(i, n -> new StringBuilder()).append(" \\");
                }
            }
            var text = lines.computeIfAbsent(line, n -> new StringBuilder());
            int column = token.column() - 1;
            boolean space = token.has(Token.SPACE_BEFORE) && !text.isEmpty();
            text.append(" ".repeat(Math.max(column - text.length(), space ? 1 : 0))).append(token.text());
            last = line;
        }
        var result = new TreeMap<Integer, String>();
        lines.forEach((number, text) -> result.put(number, text.toString()));
        return result;
    }
}
