package org.latebind.elf;

import java.util.List;
import java.util.Objects;

/**
 * One section that holds code, data or notes, with the relocations that patch it.
 *
 * @param type {@code sh_type}
 * @param flags {@code sh_flags}
 * @param alignment in bytes, a power of two
 * @param entrySize {@code sh_entsize}
 * @param contents empty for {@link #NOBITS}
 * @param size in bytes; the size of the contents unless {@link #NOBITS}
 */
public record Section(
        String name,
        int type,
        long flags,
        long alignment,
        long entrySize,
        Bytes contents,
        long size,
        List<Relocation> relocations) {
    public static final int PROGBITS = 1;
    public static final int NOTE = 7;
    public static final int NOBITS = 8;

    public static final long WRITE = 0x1;
    public static final long ALLOC = 0x2;
    public static final long EXECINSTR = 0x4;
    public static final long MERGE = 0x10;
    public static final long STRINGS = 0x20;
    public static final long LINK_ORDER = 0x80;
    public static final long GROUP = 0x200;

    public Section {
        Objects.requireNonNull(name);
        Objects.requireNonNull(contents);
        if (Long.bitCount(alignment) != 1) {
            throw new IllegalArgumentException("alignment " + alignment);
        }
        if (type != NOBITS && size != contents.size()) {
            throw new IllegalArgumentException("size of " + name);
        }
        relocations = List.copyOf(relocations);
    }

    /** A section with contents. */
    public Section(
            String name, int type, long flags, long alignment, Bytes contents, List<Relocation> relocations) {
        this(name, type, flags, alignment, 0, contents, contents.size(), relocations);
    }

    public boolean has(long flag) {
        return (flags & flag) == flag;
    }

    public Section withRelocations(List<Relocation> changed) {
        return new Section(name, type, flags, alignment, entrySize, contents, size, changed);
    }
}
