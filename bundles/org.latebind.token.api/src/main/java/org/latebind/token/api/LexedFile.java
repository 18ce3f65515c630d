package org.latebind.token.api;

import java.util.List;
import org.latebind.diagnostics.api.SourceFile;

/** A file after translation phase 3; directives are lines of tokens, no END token at the end. */
public record LexedFile(SourceFile file, List<Token> tokens) {
    public LexedFile {
        tokens = List.copyOf(tokens);
    }
}
