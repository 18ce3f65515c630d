package org.latebind.ir.api;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * What modpost makes a module's {@code srcversion} of: the bytes of a source without white space and comments, by its
 * rules. Kept packed (raw deflate, RFC 1951), since most links do not ask for it.
 *
 * <pre>
 *   static int a; /* gone *&#47; // kept     -->  staticinta;//kept
 *   char *s = "a /* b";                  -->  char*s="a /* b";
 * </pre>
 */
public final class SourceText {
    private static final int MOST = 64 << 20;

    private final byte[] packed;

    private SourceText(byte[] packed) {
        this.packed = packed;
    }

    /** The text of a source file. */
    public static SourceText of(byte[] source) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(stripped(source));
            deflater.finish();
            var out = new ByteArrayOutputStream(source.length / 4);
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return new SourceText(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** What {@link #packed} has given. */
    public static SourceText ofPacked(byte[] packed) {
        return new SourceText(packed.clone());
    }

    public byte[] packed() {
        return packed.clone();
    }

    /** @throws DiagnosticException where it was damaged */
    public byte[] bytes() {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var out = new ByteArrayOutputStream(packed.length * 4);
            var buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished() || out.size() > MOST) {
                    throw damaged();
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw damaged();
        } finally {
            inflater.end();
        }
    }

    private static DiagnosticException damaged() {
        return DiagnosticException.badInput(
                Diagnostic.error("LB1103", "the deferred module is damaged: the text of a source does not unpack"));
    }

    /** {@code parse_file} of scripts/mod/sumversion.c. */
    private static byte[] stripped(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        int length = 0;
        while (length < file.length && file[length] != 0) {
            length++;
        }
        for (int i = 0; i < length; i++) {
            byte next = i + 1 < length ? file[i + 1] : 0;
            if (file[i] == '\\' && next == '\n') {
                i++;
            } else if (file[i] == '"') {
                int end = endOfString(file, i, length);
                out.write(file, i, Math.min(end + 1, length) - i);
                i = end;
            } else if (file[i] == '/' && next == '*') {
                i = endOfComment(file, i, length);
            } else if (!isSpace(file[i])) {
                out.write(file[i]);
            }
        }
        return out.toByteArray();
    }

    /** A quotation mark after a backslash does not end a string, even if that is escaped itself. */
    private static int endOfString(byte[] file, int start, int length) {
        int i = start + 1;
        while (i < length && (file[i] != '"' || file[i - 1] == '\\')) {
            i++;
        }
        return i;
    }

    private static int endOfComment(byte[] file, int start, int length) {
        int i = start + 2;
        while (i < length && (file[i - 1] != '*' || file[i] != '/')) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText text && Arrays.equals(packed, text.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
