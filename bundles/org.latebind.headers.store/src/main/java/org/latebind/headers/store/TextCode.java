package org.latebind.headers.store;

/**
 * How a token names its spelling: the next new one of its block, one of the table that all blocks
 * share, or an earlier one of the block, counted back.
 *
 * <pre>
 * 0                the next new local spelling
 * 1 .. 96          shared 0 .. 95, the most frequent ones
 * 97, 99, 101 ...  shared 96, 97, 98 ...
 * 98, 100, ...     the last local spelling so far, the one before it, ...
 * </pre>
 */
final class TextCode {
    static final int NEXT_LOCAL = 0;
    private static final int SHORT = 96;

    private TextCode() {}

    static int shared(int index) {
        return 1 + (index < SHORT ? index : SHORT + 2 * (index - SHORT));
    }

    /** @param back 0 for the last one */
    static int local(int back) {
        return 2 + SHORT + 2 * back;
    }

    static boolean isShared(int code) {
        return code <= SHORT || (code - 1 - SHORT) % 2 == 0;
    }

    static int sharedIndex(int code) {
        return code <= SHORT ? code - 1 : SHORT + (code - 1 - SHORT) / 2;
    }

    static int back(int code) {
        return (code - 2 - SHORT) / 2;
    }
}
