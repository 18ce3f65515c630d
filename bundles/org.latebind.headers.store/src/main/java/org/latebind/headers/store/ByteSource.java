package org.latebind.headers.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.token.api.SourceText;

/** Reads what {@link ByteSink} wrote; whatever does not fit ends as damage of the section. */
final class ByteSource {
    private final byte[] bytes;
    private final String section;
    private final int end;
    private int at;

    ByteSource(byte[] bytes, String section) {
        this(bytes, 0, bytes.length, section);
    }

    ByteSource(byte[] bytes, int from, int end, String section) {
        this.bytes = bytes;
        this.section = section;
        this.at = from;
        this.end = end;
        if (from < 0 || end > bytes.length || from > end) {
            throw damaged();
        }
    }

    DiagnosticException damaged() {
        return Damage.in(section, "its content is not well formed");
    }

    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    void skip(int count) {
        if (count < 0 || count > end - at) {
            throw damaged();
        }
        at += count;
    }

    int u8() {
        if (at >= end) {
            throw damaged();
        }
        return bytes[at++] & 0xFF;
    }

    int u32() {
        return u8() | u8() << 8 | u8() << 16 | u8() << 24;
    }

    long u64() {
        return u32() & 0xFFFF_FFFFL | (long) u32() << 32;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged();
    }

    /** That many numbers of at most 31 bits: the streams of tokens, which are most of what is read. */
    int[] numbers(int count) {
        var values = new int[count];
        int i = at;
        for (int n = 0; n < count; n++) {
            int value = 0;
            int shift = 0;
            int next;
            do {
                if (i >= end || shift > 28) {
                    throw damaged();
                }
                next = bytes[i++];
                value |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            if (value < 0) {
                throw damaged();
            }
            values[n] = value;
        }
        at = i;
        return values;
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    int index(int bound) {
        long value = number();
        if (value < 0 || value >= bound) {
            throw damaged();
        }
        return (int) value;
    }

    /** How many things follow, each of which takes at least a byte. */
    int count() {
        long value = number();
        if (value < 0 || value > end - at) {
            throw damaged();
        }
        return (int) value;
    }

    byte[] bytes(int count) {
        int from = at;
        skip(count);
        return Arrays.copyOfRange(bytes, from, at);
    }

    String text() {
        return SourceText.decode(bytes(count()));
    }

    Optional<String> optional() {
        return u8() == 0 ? Optional.empty() : Optional.of(text());
    }

    <T> List<T> list(Function<ByteSource, T> each) {
        int count = count();
        var values = new ArrayList<T>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            values.add(each.apply(this));
        }
        return values;
    }
}
