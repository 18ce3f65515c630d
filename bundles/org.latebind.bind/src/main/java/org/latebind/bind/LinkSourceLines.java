package org.latebind.bind;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.diagnostics.api.SourceLines;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.DeferredModule;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;

/** Source lines for carets, put together again from the tokens of module files and headers. */
record LinkSourceLines(DeferredModule module, HeaderData headers) implements SourceLines {
    @Override
    public Optional<String> line(SourceFile file, int line) {
        var lexed = switch (file.origin()) {
            case MODULE -> module.file(file.path()).map(f -> f.tokens());
            case KERNEL -> headers.header(file.path());
            case BUILT_IN -> Optional.<LexedFile>empty();
        };
        return lexed.map(f -> text(f.tokens(), line)).filter(text -> !text.isEmpty());
    }

    private static String text(List<Token> tokens, int line) {
        var text = new StringBuilder();
        for (var token : tokens) {
            if (token.line() == line) {
                text.append(" ".repeat(Math.max(0, token.column() - 1 - text.length()))).append(token.text());
            }
        }
        return text.toString();
    }
}
