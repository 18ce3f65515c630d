package org.latebind.parser;

/**
 * Old-style function definitions, C11 6.9.1p6, in tokens in which any name may be a macro's or a type's.
 *
 * <pre>
 * int f(a, g) u32 a; int (*g)(int); { ... }
 * </pre>
 *
 * <p>At file scope a brace follows a semicolon in such a definition only.
 */
final class OldStyle {
    /** How many tokens the parameters' declarations may have. */
    private static final int FARTHEST = 2_000;

    private OldStyle() {}

    /** The place of the brace that opens the body of which {@code from} begins the parameters' declarations, or -1. */
    static int body(TokenCursor cursor, int from) {
        if (!cursor.rawAt(from).isWord()) {
            return -1;
        }
        int depth = 0;
        for (int i = from; i < from + FARTHEST; i++) {
            switch (cursor.rawAt(i)) {
                case OPEN_BRACE -> {
                    return depth == 0 && cursor.rawAt(i - 1) == Lexeme.SEMICOLON ? i : -1;
                }
                case OPEN_PAREN -> depth++;
                case CLOSE_PAREN -> {
                    if (--depth < 0) {
                        return -1;
                    }
                }
                case STAR, COMMA, SEMICOLON, OPEN_BRACKET, CLOSE_BRACKET, NUMBER -> { }
                default -> {
                    if (!cursor.rawAt(i).isWord()) {
                        return -1;
                    }
                }
            }
        }
        return -1;
    }
}
