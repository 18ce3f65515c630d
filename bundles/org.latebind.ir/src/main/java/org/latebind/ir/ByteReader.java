package org.latebind.ir;

import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    private int next() {
        if (at == bytes.length) {
            throw new DamagedContentException("it ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = next();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new DamagedContentException("a number is too long");
    }

    int signed() {
        int value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number from 0 to a bound that is not reached. */
    int index(int bound, String what) {
        int value = number();
        if (value < 0 || value >= bound) {
            throw new DamagedContentException(what + " " + Integer.toUnsignedString(value) + " does not exist");
        }
        return value;
    }

    /** How many things follow, each of which takes at least a byte: so memory is bounded by what is there. */
    int count() {
        return index(bytes.length - at + 1, "length");
    }

    byte[] bytes(int count) {
        if (count > bytes.length - at) {
            throw new DamagedContentException("it ends too early");
        }
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }
}
