package org.latebind.lowering;

import java.nio.charset.StandardCharsets;
import org.latebind.typed.api.StringData;

/** Names and strings as LLVM's assembly language spells them. */
final class IrText {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private IrText() {}

    /** {@code @name}, quoted where it has to be. */
    static String global(String name) {
        return isPlain(name) ? "@" + name : "@" + quoted(name);
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || (name.charAt(0) >= '0' && name.charAt(0) <= '9')) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                    || c == '_' || c == '.' || c == '$' || c == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** {@code "text"} with everything unusual as {@code \hh}. */
    static String quoted(String text) {
        var out = new StringBuilder(text.length() + 16).append('"');
        appendEscaped(out, text.getBytes(StandardCharsets.UTF_8));
        return out.append('"').toString();
    }

    /** {@code c"bytes"}. */
    static String bytes(byte[] content) {
        var out = new StringBuilder(content.length + 16).append("c\"");
        appendEscaped(out, content);
        return out.append('"').toString();
    }

    static byte[] memoryOf(StringData data, boolean littleEndian) {
        int width = data.elementBytes();
        var bytes = new byte[width * data.elements().size()];
        int at = 0;
        for (int element : data.elements()) {
            for (int i = 0; i < width; i++) {
                bytes[at + (littleEndian ? i : width - 1 - i)] = (byte) (element >> (8 * i));
            }
            at += width;
        }
        return bytes;
    }

    private static void appendEscaped(StringBuilder out, byte[] content) {
        for (byte b : content) {
            if (b >= ' ' && b < 127 && b != '"' && b != '\\') {
                out.append((char) b);
            } else {
                out.append('\\').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
    }
}
