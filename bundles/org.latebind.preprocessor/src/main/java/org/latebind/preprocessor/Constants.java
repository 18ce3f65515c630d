package org.latebind.preprocessor;

import java.util.Optional;

/** Integer and character constants in conditions. */
final class Constants {
    private Constants() {}

    /** The value of a preprocessing number, or empty if it is not an integer constant. */
    static Optional<Integer64> integer(String text) {
        int end = text.length();
        boolean unsigned = false;
        int longs = 0;
        while (end > 0) {
            char c = text.charAt(end - 1);
            if ((c == 'u' || c == 'U') && !unsigned) {
                unsigned = true;
            } else if ((c == 'l' || c == 'L') && (longs == 0 || longs == 1 && text.charAt(end) == c)) {
                longs++;
            } else {
                break;
            }
            end--;
        }
        int radix = 10;
        int start = 0;
        if (text.startsWith("0x") || text.startsWith("0X")) {
            radix = 16;
            start = 2;
        } else if (text.startsWith("0b") || text.startsWith("0B")) {
            radix = 2;
            start = 2;
        } else if (text.startsWith("0") && end > 1) {
            radix = 8;
            start = 1;
        }
        if (start >= end) {
            return Optional.empty();
        }
        try {
            long bits = Long.parseUnsignedLong(text.substring(start, end), radix);
            return Optional.of(new Integer64(bits, unsigned || bits < 0));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The value of a character constant as gcc has it, several characters included; empty if malformed. */
    static Optional<Integer64> character(String text, boolean charUnsigned) {
        int at = text.indexOf('\'') + 1;
        boolean wide = at > 1;
        int end = text.length() - 1;
        if (at >= end) {
            return Optional.empty();
        }
        long value = 0;
        int count = 0;
        while (at < end) {
            long unit = text.charAt(at);
            int used = 1;
            if (unit == '\\' && at + 1 < end) {
                int[] escape = escape(text, at + 1, end);
                if (escape == null) {
                    return Optional.empty();
                }
                unit = escape[0];
                used = 1 + escape[1];
            } else if (unit > 0x7F) {
                unit = text.codePointAt(at);
                used = Character.charCount((int) unit);
            }
            if (!wide && unit > (text.charAt(at) > 0x7F ? 0x7F : 0xFF)) {
                return Optional.empty();
            }
            value = wide ? unit : value << 8 | unit & 0xFF;
            at += used;
            count++;
        }
        if (wide) {
            return Optional.of(new Integer64(value, false));
        }
        return Optional.of(new Integer64(count == 1 && !charUnsigned ? (byte) value : (int) value, false));
    }

    /** Value and length of the escape sequence after a backslash, or null. */
    private static int[] escape(String text, int at, int end) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '7') {
            return digits(text, at, Math.min(end, at + 3), 8, 0);
        }
        if (c == 'x') {
            return digits(text, at + 1, end, 16, 1);
        }
        if (c == 'u' || c == 'U') {
            return digits(text, at + 1, Math.min(end, at + (c == 'u' ? 5 : 9)), 16, 1);
        }
        int index = "abfnrtv\\'\"?eE".indexOf(c);
        int[] values = {7, 8, 12, 10, 13, 9, 11, '\\', '\'', '"', '?', 27, 27};
        return index < 0 ? null : new int[] {values[index], 1};
    }

    private static int[] digits(String text, int from, int end, int radix, int before) {
        int value = 0;
        int at = from;
        while (at < end && Character.digit(text.charAt(at), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(at), radix);
            at++;
        }
        return at == from ? null : new int[] {value, at - from + before};
    }
}
