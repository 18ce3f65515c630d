package org.latebind.ir;

import java.io.ByteArrayOutputStream;

/** Numbers as LEB128 (signed ones zigzag) and bytes. */
final class ByteWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void number(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            bytes.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    void signed(int value) {
        number(value << 1 ^ value >> 31);
    }

    void bytes(byte[] value) {
        bytes.writeBytes(value);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
