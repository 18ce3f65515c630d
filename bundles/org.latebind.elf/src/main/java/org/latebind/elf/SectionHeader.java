package org.latebind.elf;

import java.nio.ByteOrder;

/**
 * One {@code Elf64_Shdr}, unchecked.
 *
 * @param name offset into the table of names
 */
record SectionHeader(
        long name, int type, long flags, long offset, long size, int link, long info, long alignment, long entrySize) {
    static SectionHeader read(Bytes table, long at, ByteOrder order) {
        return new SectionHeader(
                table.u32(at, order),
                (int) table.u32(at + 4, order),
                table.i64(at + 8, order),
                table.i64(at + 24, order),
                table.i64(at + 32, order),
                (int) table.u32(at + 40, order),
                table.u32(at + 44, order),
                Math.max(1, table.i64(at + 48, order)),
                table.i64(at + 56, order));
    }

    boolean has(long flag) {
        return (flags & flag) == flag;
    }
}
