package org.latebind.typed.api;

/** A resolved distance in bytes from the beginning of an object. */
public record ByteOffset(long bytes) {
    public static final ByteOffset ZERO = new ByteOffset(0);

    /** The byte that holds a bit, both counted in memory order. */
    public static ByteOffset containing(long bit) {
        return new ByteOffset(bit >> 3);
    }

    public ByteOffset plus(ByteOffset further) {
        return new ByteOffset(bytes + further.bytes);
    }
}
