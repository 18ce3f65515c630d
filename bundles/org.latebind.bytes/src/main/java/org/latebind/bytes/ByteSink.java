package org.latebind.bytes;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.latebind.token.api.SourceText;

/** Bytes being written: numbers as LEB128, text as its length and its bytes. */
public final class ByteSink {
    private byte[] bytes = new byte[256];
    private int size;

    public int size() {
        return size;
    }

    public void u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** Four bytes, little-endian. */
    public void u32(int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            u8(value >>> shift);
        }
    }

    /** Eight bytes, little-endian. */
    public void u64(long value) {
        u32((int) value);
        u32((int) (value >>> 32));
    }

    public void number(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            u8((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        u8((int) rest);
    }

    /** A number that may be negative. */
    public void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    public void bytes(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    public void text(String value) {
        var encoded = SourceText.encode(value);
        number(encoded.length);
        bytes(encoded);
    }

    public void optional(Optional<String> value) {
        u8(value.isPresent() ? 1 : 0);
        value.ifPresent(this::text);
    }

    public <T> void list(Collection<T> values, BiConsumer<ByteSink, T> each) {
        number(values.size());
        values.forEach(value -> each.accept(this, value));
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
