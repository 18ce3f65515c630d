package org.latebind.token.api;

import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.SourceFile;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Translation phases 1 to 3 (C11 5.1.1.2) as gcc does them: line ends and splices, comments,
 * preprocessing tokens. Trigraphs are left alone, as in gcc's GNU modes.
 *
 * <p>Never fails: what is no token comes out as {@link TokenKind#OTHER}. An unterminated comment is
 * an error at once; an unterminated literal becomes OTHER tokens, because C allows it in groups that
 * are skipped, and whoever meets such a token outside of one reports it.
 */
@ProviderType
public interface Lexer {
    /** Lexes text as {@link SourceText#decode} gives it. */
    LexedFile lex(SourceFile file, String text, DiagnosticSink sink);

    /** Lexes the bytes of a file. */
    default LexedFile lex(SourceFile file, byte[] content, DiagnosticSink sink) {
        return lex(file, SourceText.decode(content), sink);
    }
}
