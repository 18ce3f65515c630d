package org.latebind.preprocessor.lexer;

import java.util.Arrays;

/**
 * Translation phases 1 and 2 (C11 5.1.1.2): CR LF becomes LF, and a backslash before a line end joins
 * two lines.
 *
 * <pre>
 * #define A \        text    "#define A  1\n"
 *   1                splices [10]
 * </pre>
 *
 * As gcc does, blanks between the backslash and the line end are skipped. The text ends with a line
 * end and a 0, which spare the scanner its bounds checks.
 */
final class LogicalLines {
    private static final int[] NO_SPLICES = {};

    final char[] text;
    /** Length without the closing line end and 0. */
    final int length;
    /** Offsets in {@link #text} before which a line end was taken out, ascending. */
    final int[] splices;

    private LogicalLines(char[] text, int length, int[] splices) {
        this.text = text;
        this.length = length;
        this.splices = splices;
    }

    static LogicalLines of(String source) {
        int length = source.length();
        var text = new char[length + 2];
        source.getChars(0, length, text, 0);
        if (source.indexOf('\r') < 0 && source.indexOf('\\') < 0) {
            text[length] = '\n';
            return new LogicalLines(text, length, NO_SPLICES);
        }
        return joined(text, length);
    }

    private static LogicalLines joined(char[] text, int length) {
        var splices = new int[16];
        int count = 0;
        int to = 0;
        int from = 0;
        while (from < length) {
            char c = text[from];
            if (c == '\\') {
                int next = afterSplice(text, from, length);
                if (next > 0) {
                    if (count == splices.length) {
                        splices = Arrays.copyOf(splices, count * 2);
                    }
                    splices[count++] = to;
                    from = next;
                    continue;
                }
            } else if (c == '\r' && from + 1 < length && text[from + 1] == '\n') {
                from++;
                continue;
            }
            text[to++] = c;
            from++;
        }
        text[to] = '\n';
        text[to + 1] = 0;
        return new LogicalLines(text, to, Arrays.copyOf(splices, count));
    }

    /** The offset after the line end that the backslash at {@code i} takes away, or 0. */
    private static int afterSplice(char[] text, int i, int length) {
        int k = i + 1;
        while (k < length && isBlank(text[k])) {
            k++;
        }
        if (k + 1 < length && text[k] == '\r' && text[k + 1] == '\n') {
            return k + 2;
        }
        return k < length && text[k] == '\n' ? k + 1 : 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == 0x0B;
    }
}
