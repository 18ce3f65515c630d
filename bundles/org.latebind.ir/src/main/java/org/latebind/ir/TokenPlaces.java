package org.latebind.ir;

import java.util.List;
import org.latebind.diagnostics.api.Position;
import org.latebind.token.api.Token;

/** Finds a file's tokens by where they are: they are in the order of the source. */
final class TokenPlaces {
    private final List<Token> tokens;

    TokenPlaces(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The index of the token that begins at a place, or -1. */
    int indexAt(int line, int column) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            var token = tokens.get(middle);
            int order = token.line() != line
                    ? Integer.compare(token.line(), line)
                    : Integer.compare(token.column(), column);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    int indexAt(Position at) {
        return indexAt(at.line(), at.column());
    }

    /** The index of one of the file's tokens. */
    int indexOf(Token token) {
        int index = indexAt(token.line(), token.column());
        if (index < 0 || !tokens.get(index).equals(token)) {
            throw new IllegalArgumentException("not a token of its file: " + token);
        }
        return index;
    }
}
