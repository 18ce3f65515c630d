package org.latebind.preprocessor.lexer;

import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.osgi.service.component.annotations.Component;

/** The lexer service. */
@Component
public final class GnuLexer implements Lexer {
    @Override
    public LexedFile lex(SourceFile file, String text, DiagnosticSink sink) {
        return new LexedFile(file, new Scanner(file, LogicalLines.of(text), sink).scan());
    }
}
