package org.latebind.elf;

import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A note of a {@code SHT_NOTE} section (generic ABI, "Note Section").
 *
 * @param owner its name with the terminating zero; what the type means depends on it
 * @param size bytes from its start to where the next one starts
 */
public record ElfNote(Bytes owner, int type, Bytes contents, long size) {
    private static final int HEADER_SIZE = 12;
    private static final Bytes GNU = Bytes.latin1("GNU\0");
    private static final int BUILD_ID = 3;

    /** The note that begins at an offset; empty when it does not end within the bytes. */
    public static Optional<ElfNote> at(Bytes notes, long offset, ByteOrder order) {
        if (offset + HEADER_SIZE > notes.size()) {
            return Optional.empty();
        }
        long nameSize = notes.u32(offset, order);
        long size = notes.u32(offset + 4, order);
        long start = offset + HEADER_SIZE + aligned(nameSize);
        if (start + size > notes.size()) {
            return Optional.empty();
        }
        var owner = notes.slice(offset + HEADER_SIZE, nameSize);
        int type = (int) notes.u32(offset + 8, order);
        return Optional.of(new ElfNote(owner, type, notes.slice(start, size), start + aligned(size) - offset));
    }

    private static long aligned(long size) {
        return size + 3 & ~3L;
    }

    /** The GNU build-id among notes, such as those of {@code /sys/kernel/notes}, in hexadecimal digits. */
    public static Optional<String> buildId(Bytes notes, ByteOrder order) {
        var note = at(notes, 0, order);
        for (long offset = 0; note.isPresent(); note = at(notes, offset, order)) {
            var id = note.get().buildId();
            if (id.isPresent()) {
                return id;
            }
            offset += note.get().size();
        }
        return Optional.empty();
    }

    /** What this note says when it is GNU's build-id; Xen's of the same number is an address. */
    public Optional<String> buildId() {
        return type == BUILD_ID && owner.equals(GNU)
                ? Optional.of(HexFormat.of().formatHex(contents.toArray()))
                : Optional.empty();
    }
}
