package org.latebind.headers.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The build-id in an image that has no section headers any more.
 *
 * <p>The vDSOs, whole ELF files inside the image, have such notes of their own. The one that stands in none of them
 * is the kernel's; where there are several, none is told.
 */
final class FlatNotes {
    private static final int NT_GNU_BUILD_ID = 3;
    private static final int NOTE_HEADER = 16;
    private static final int LONGEST_ID = 64;
    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};
    private static final int ELF32_HEADER = 52;
    private static final int ELF64_HEADER = 64;

    private record Extent(int from, long to) {}

    private FlatNotes() {}

    static Optional<String> buildId(byte[] image, ByteOrder order) {
        var note = ByteBuffer.allocate(8).order(order).putInt(NT_GNU_BUILD_ID).put(new byte[] {'G', 'N', 'U', 0}).array();
        var files = elfFiles(image);
        var ids = new TreeSet<String>();
        for (int at = KernelImage.indexOf(image, note, 8); at >= 0; at = KernelImage.indexOf(image, note, at + 1)) {
            int start = at - 8;
            var header = ByteBuffer.wrap(image, start, 8).slice().order(order);
            int nameSize = header.getInt(0);
            int size = header.getInt(4);
            boolean isNote = start % 4 == 0 && nameSize == 4 && size > 0 && size <= LONGEST_ID
                    && start + NOTE_HEADER + size <= image.length;
            if (isNote && files.stream().noneMatch(file -> file.from() <= start && start < file.to())) {
                ids.add(HexFormat.of().formatHex(image, start + NOTE_HEADER, start + NOTE_HEADER + size));
            }
        }
        return ids.size() == 1 ? Optional.of(ids.first()) : Optional.empty();
    }

    /** Files of either class; their section headers come last. */
    private static List<Extent> elfFiles(byte[] image) {
        var files = new ArrayList<Extent>();
        for (int at = KernelImage.indexOf(image, ELF, 0); at >= 0; at = KernelImage.indexOf(image, ELF, at + 1)) {
            if (at + ELF64_HEADER <= image.length) {
                var elf = ByteBuffer.wrap(image, at, ELF64_HEADER).slice()
                        .order(image[at + 5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                boolean wide = elf.get(4) == 2;
                int sizes = wide ? 58 : 46;
                long table = wide ? elf.getLong(40) : Integer.toUnsignedLong(elf.getInt(32));
                boolean isHeader = elf.getShort(sizes - 6) == (wide ? ELF64_HEADER : ELF32_HEADER);
                long length = table + (long) (elf.getShort(sizes) & 0xFFFF) * (elf.getShort(sizes + 2) & 0xFFFF);
                if (isHeader && table > 0 && length <= image.length - at) {
                    files.add(new Extent(at, at + length));
                }
            }
        }
        return files;
    }
}
