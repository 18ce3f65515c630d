package org.latebind.parser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticPrinter;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.syntax.api.TypedefNames;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** Text as the parser's input, and what it reports as text. */
final class Sources {
    static final Path FOLDER = Path.of("src/test/resources/org/latebind/parser");
    private Sources() {}

    /** No typedef names from outside, and the address spaces of one target. */
    static final TypedefNames NAMES = new TypedefNames() {
        @Override
        public boolean isTypedefName(String name) {
            return false;
        }

        @Override
        public boolean isAddressSpace(String name) {
            return name.startsWith("__seg_");
        }
    };

    static LexedFile lex(String path, String text) {
        return new GnuLexer().lex(new SourceFile(path, Origin.MODULE), text, diagnostic -> { });
    }

    /** Tokens of preprocessed text: pragmas as tokens of their own, line markers dropped. */
    static List<Token> preprocessed(String text) {
        var lexed = lex("test.c", text).tokens();
        var out = new ArrayList<Token>();
        for (int i = 0; i < lexed.size();) {
            var token = lexed.get(i);
            if (!Lexeme.beginsDirective(token)) {
                out.add(token);
                i++;
                continue;
            }
            int end = i + 1;
            var line = new StringBuilder();
            for (; end < lexed.size() && !lexed.get(end).has(Token.LINE_START); end++) {
                line.append(lexed.get(end).has(Token.SPACE_BEFORE) ? " " : "").append(lexed.get(end).text());
            }
            var directive = line.toString().strip();
            if (directive.startsWith("pragma ")) {
                out.add(new Token(TokenKind.PRAGMA, directive.substring(7), token.file(), token.line(),
                        token.column(), token.flags(), Expansion.NONE));
            }
            i = end;
        }
        return out;
    }

    /** Appends each diagnostic as the user sees it. */
    static DiagnosticSink printTo(StringBuilder out, String text) {
        var lines = text.lines().toList();
        var printer = new DiagnosticPrinter((file, line) ->
                line >= 1 && line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty());
        return diagnostic -> out.append(printer.print(diagnostic));
    }
}
