package org.latebind.token.api;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.latebind.diagnostics.api.SourceFile;

/**
 * A file after translation phase 3; directives are lines of tokens, no END token at the end. Equal
 * where file and tokens are. Safe for use by several threads.
 */
public final class LexedFile {
    private final SourceFile file;
    /** Gives the tokens; null once they are there. */
    private Supplier<List<Token>> source;
    private volatile List<Token> tokens;

    public LexedFile(SourceFile file, List<Token> tokens) {
        this.file = Objects.requireNonNull(file);
        this.tokens = List.copyOf(tokens);
    }

    private LexedFile(SourceFile file, Supplier<List<Token>> source) {
        this.file = Objects.requireNonNull(file);
        this.source = Objects.requireNonNull(source);
    }

    /** A file whose tokens are read when they are first asked for. */
    public static LexedFile deferred(SourceFile file, Supplier<List<Token>> source) {
        return new LexedFile(file, source);
    }

    public SourceFile file() {
        return file;
    }

    public List<Token> tokens() {
        return tokens != null ? tokens : read();
    }

    private synchronized List<Token> read() {
        if (tokens == null) {
            tokens = List.copyOf(source.get());
            source = null;
        }
        return tokens;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LexedFile that && file.equals(that.file) && tokens().equals(that.tokens());
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public String toString() {
        return file.path();
    }
}
