package org.latebind.headers.btf;

import java.nio.ByteOrder;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfFile;
import org.latebind.elf.ElfNote;

/**
 * The build-id in an image that has no section headers any more.
 *
 * <p>The vDSOs, whole ELF files inside the image, have such notes of their own. The one that is in none of them
 * is the kernel's; where there are several, none is taken.
 */
final class FlatNotes {
    private static final int BEFORE_OWNER = 12;
    private static final int LONGEST_ID = 64;
    private static final Bytes OWNER = Bytes.latin1("GNU\0");

    private FlatNotes() {}

    static Optional<String> buildId(Bytes image, ByteOrder order) {
        var files = elfFiles(image);
        var ids = new TreeSet<String>();
        for (int at = image.indexOf(OWNER, BEFORE_OWNER); at >= 0; at = image.indexOf(OWNER, at + 1)) {
            int start = at - BEFORE_OWNER;
            var file = files.floorEntry(start);
            boolean isInFile = file != null && start < file.getValue();
            if (start % 4 == 0 && !isInFile) {
                ElfNote.at(image, start, order)
                        .filter(note -> note.contents().size() > 0 && note.contents().size() <= LONGEST_ID)
                        .flatMap(ElfNote::buildId)
                        .ifPresent(ids::add);
            }
        }
        return ids.size() == 1 ? Optional.of(ids.first()) : Optional.empty();
    }

    /** From where to where there are such files; those that overlap are one. */
    private static TreeMap<Integer, Long> elfFiles(Bytes image) {
        var files = new TreeMap<Integer, Long>();
        for (int at = image.indexOf(ElfFile.MAGIC, 0); at >= 0; at = image.indexOf(ElfFile.MAGIC, at + 1)) {
            var length = ElfFile.length(image, at);
            if (length.isPresent()) {
                long end = at + length.getAsLong();
                var last = files.lastEntry();
                boolean overlaps = last != null && at < last.getValue();
                files.put(overlaps ? last.getKey() : at, overlaps ? Math.max(end, last.getValue()) : end);
            }
        }
        return files;
    }
}
