package org.latebind.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable run of bytes. Every read is checked against its bounds and fails with {@link
 * IndexOutOfBoundsException}; readers of untrusted files turn that into a diagnostic.
 */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int start;
    private final int length;

    private Bytes(byte[] array, int start, int length) {
        this.array = array;
        this.start = start;
        this.length = length;
    }

    /** Copies the array. */
    public static Bytes of(byte... array) {
        return new Bytes(array.clone(), 0, array.length);
    }

    /** Shares the array, which must not change any more: for files too large to copy. */
    public static Bytes sharing(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /** ISO 8859-1 encoding of a text, without a terminator. */
    public static Bytes latin1(String text) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Zero bytes. */
    public static Bytes zeros(int length) {
        return new Bytes(new byte[length], 0, length);
    }

    public int size() {
        return length;
    }

    /** A view of a part; offsets are 64 bits wide because files hold such. */
    public Bytes slice(long offset, long size) {
        check(offset, size);
        return new Bytes(array, start + (int) offset, (int) size);
    }

    public int u8(long offset) {
        check(offset, 1);
        return array[start + (int) offset] & 0xff;
    }

    public int u16(long offset, ByteOrder order) {
        check(offset, 2);
        return buffer(order).getShort((int) offset) & 0xffff;
    }

    public long u32(long offset, ByteOrder order) {
        check(offset, 4);
        return buffer(order).getInt((int) offset) & 0xffffffffL;
    }

    /** Eight bytes as a two's complement number. */
    public long i64(long offset, ByteOrder order) {
        check(offset, 8);
        return buffer(order).getLong((int) offset);
    }

    /** The ISO 8859-1 text from an offset to the next zero byte, which must be there. */
    public String zeroTerminated(long offset) {
        check(offset, 1);
        for (int end = (int) offset; end < length; end++) {
            if (array[start + end] == 0) {
                return new String(
                        array, start + (int) offset, end - (int) offset, StandardCharsets.ISO_8859_1);
            }
        }
        throw new IndexOutOfBoundsException("no zero byte after offset " + offset);
    }

    /** Whether that ISO 8859-1 text and a zero byte are at an offset. */
    public boolean hasZeroTerminated(long offset, String text) {
        if (offset < 0 || offset + text.length() >= length) {
            return false;
        }
        int at = start + (int) offset;
        for (int i = 0; i < text.length(); i++) {
            if ((array[at + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return array[at + text.length()] == 0;
    }

    /** Where these bytes, at least one, are next from an offset on; negative where they are not. */
    public int indexOf(Bytes what, int from) {
        for (int at = from; at + what.length <= length; at++) {
            if (array[start + at] == what.array[what.start] && slice(at, what.length).equals(what)) {
                return at;
            }
        }
        return -1;
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(array, start, start + length);
    }

    /** Copies all bytes into a target from the given index on. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, start, target, at, length);
    }

    private ByteBuffer buffer(ByteOrder order) {
        return ByteBuffer.wrap(array, start, length).slice().order(order);
    }

    private void check(long offset, long size) {
        if (offset < 0 || size < 0 || offset > length - size) {
            throw new IndexOutOfBoundsException(
                    size + " bytes at offset " + offset + " of " + length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes b
                && Arrays.equals(
                        array, start, start + length, b.array, b.start, b.start + b.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
