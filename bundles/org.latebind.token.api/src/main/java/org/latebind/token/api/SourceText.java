package org.latebind.token.api;

import java.io.ByteArrayOutputStream;

/**
 * Source bytes as characters and back, without loss.
 *
 * <p>Files are UTF-8. A byte that is no part of well-formed UTF-8 becomes the lone surrogate U+DC80
 * + (byte - 0x80), so that a string literal in another encoding reaches the object file byte for
 * byte; well-formed UTF-8 never decodes to a lone surrogate. Whoever turns a literal's spelling into
 * execution characters uses {@link #encode}.
 */
public final class SourceText {
    private static final int RAW = 0xDC00;

    private SourceText() {}

    public static String decode(byte[] bytes) {
        if (isAscii(bytes)) {
            return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        }
        var out = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int length = sequenceLength(bytes, i);
            if (length == 0) {
                out.append((char) (RAW | bytes[i++] & 0xFF));
            } else {
                out.appendCodePoint(codePoint(bytes, i, length));
                i += length;
            }
        }
        return out.toString();
    }

    public static byte[] encode(String text) {
        var out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            encode(c, out);
        }
        return out.toByteArray();
    }

    private static void encode(int c, ByteArrayOutputStream out) {
        if (c < 0x80) {
            out.write(c);
        } else if (c < 0x800) {
            out.write(0xC0 | c >> 6);
            out.write(0x80 | c & 0x3F);
        } else if (c >= RAW + 0x80 && c <= RAW + 0xFF) {
            out.write(c & 0xFF);
        } else if (c < 0x10000) {
            out.write(0xE0 | c >> 12);
            out.write(0x80 | c >> 6 & 0x3F);
            out.write(0x80 | c & 0x3F);
        } else {
            out.write(0xF0 | c >> 18);
            out.write(0x80 | c >> 12 & 0x3F);
            out.write(0x80 | c >> 6 & 0x3F);
            out.write(0x80 | c & 0x3F);
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Length of the well-formed UTF-8 sequence at {@code i} (RFC 3629 section 4), 0 if there is none. */
    private static int sequenceLength(byte[] bytes, int i) {
        int first = bytes[i] & 0xFF;
        int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > bytes.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int c = codePoint(bytes, i, length);
        boolean overlong = length == 3 && c < 0x800 || length == 4 && (c < 0x10000 || c > 0x10FFFF);
        return overlong || c >= 0xD800 && c <= 0xDFFF ? 0 : length;
    }

    private static int codePoint(byte[] bytes, int i, int length) {
        int c = length == 1 ? bytes[i] : bytes[i] & 0xFF >> length + 1;
        for (int k = 1; k < length; k++) {
            c = c << 6 | bytes[i + k] & 0x3F;
        }
        return c;
    }
}
