package org.latebind.headers.store;

import java.util.Comparator;
import org.latebind.bytes.ByteSink;
import org.latebind.bytes.ByteSource;
import org.latebind.token.api.Token;

/**
 * Where a token stands after the one before it.
 *
 * @param lines physical lines further down
 * @param gap columns between the end of the token before and this one; on another line, from its start
 * @param flags the token's
 */
record Layout(int lines, int gap, int flags) {
    static final Comparator<Layout> ORDER =
            Comparator.comparingInt(Layout::lines).thenComparingInt(Layout::gap).thenComparingInt(Layout::flags);

    /** The layout of a token, the one before it ending at {@code line} and {@code column}. */
    static Layout of(Token token, int line, int column) {
        int lines = token.line() - line;
        return new Layout(lines, token.column() - (lines == 0 ? column : 1), token.flags());
    }

    void write(ByteSink out) {
        out.signed(lines);
        out.signed(gap);
        out.number(flags);
    }

    static Layout read(ByteSource source) {
        return new Layout((int) source.signed(), (int) source.signed(), (int) source.number());
    }
}
