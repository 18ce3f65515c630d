package org.latebind.preprocessor;

import java.util.Arrays;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.Token;

/** Tokens waiting to be scanned again; reused from use to use. */
final class Context {
    Token[] tokens;
    int at;
    int end;
    /** The macro whose replacement this is, or null. */
    Name macro;
    /** Reading stops here: the end of an argument or of a directive's line. */
    boolean barrier;
    /** Not null where {@link #tokens} are a definition's own body: what each token has to be given. */
    Expansion stamp;
    /** Whether white space stands before the first token; only with {@link #stamp}. */
    boolean spaceBefore;
    /** White space that an empty argument left at the end. */
    boolean spaceAfter;

    private Token[] buffer = new Token[32];

    /** Begins to collect tokens made for this context. */
    void begin() {
        tokens = buffer;
        at = 0;
        end = 0;
        stamp = null;
        spaceAfter = false;
    }

    void add(Token token) {
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, end * 2);
            tokens = buffer;
        }
        buffer[end++] = token;
    }

    void share(Token[] shared, int from, int to) {
        tokens = shared;
        at = from;
        end = to;
        stamp = null;
        spaceAfter = false;
    }
}
