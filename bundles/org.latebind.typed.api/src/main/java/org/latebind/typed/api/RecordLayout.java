package org.latebind.typed.api;

import java.util.List;

/**
 * Where the members of a record lie.
 *
 * @param size bytes, padding included
 * @param alignment bytes
 * @param members in the definition's order
 */
public record RecordLayout(RecordId record, long size, int alignment, List<MemberLayout> members) {
    public RecordLayout {
        members = List.copyOf(members);
    }

    /**
     * @param bitOffset from the record's beginning, bit 0 being the first in memory order of the target
     * @param width bits of a bit-field, -1 for an ordinary member (whose bit offset is a multiple of 8)
     */
    public record MemberLayout(long bitOffset, int width) {
        public ByteOffset byteOffset() {
            return ByteOffset.containing(bitOffset);
        }
    }
}
