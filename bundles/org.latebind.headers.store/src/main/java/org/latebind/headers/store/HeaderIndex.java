package org.latebind.headers.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.latebind.bytes.ByteSource;
import org.latebind.headers.api.HeaderEntry;

/** Section {@code headers}: which headers there are and where their tokens stand. */
final class HeaderIndex {
    private static final int RECORD = 5 * 4 + TokenWriter.DIGEST_BYTES;

    /** Where a header's tokens stand. */
    record Place(int block, int offset, int tokens) {}

    private final NameTable paths;
    private final ByteBuffer records;
    private final List<String> licenses;

    HeaderIndex(byte[] content) {
        paths = new NameTable(content, 0, Sections.HEADERS);
        long recordsEnd = paths.size() + (long) RECORD * paths.count();
        if (recordsEnd > content.length) {
            throw Damage.in(Sections.HEADERS, "it ends early");
        }
        records = ByteBuffer.wrap(content, paths.size(), RECORD * paths.count()).slice().order(ByteOrder.LITTLE_ENDIAN);
        licenses = Damage.source(content, (int) recordsEnd, content.length, Sections.HEADERS).list(ByteSource::text);
    }

    SortedSet<String> paths() {
        return paths.all();
    }

    boolean has(String path) {
        return paths.find(path) >= 0;
    }

    Optional<Place> place(String path) {
        int index = paths.find(path);
        return index < 0
                ? Optional.empty()
                : Optional.of(new Place(field(index, 0), field(index, 1), field(index, 2)));
    }

    /** The number of a header among the sorted paths, or -1. */
    int number(String path) {
        return paths.find(path);
    }

    String path(int number) {
        return paths.name(number);
    }

    int count() {
        return paths.count();
    }

    Optional<HeaderEntry> entry(String path) {
        int index = paths.find(path);
        if (index < 0) {
            return Optional.empty();
        }
        var digest = new byte[TokenWriter.DIGEST_BYTES];
        records.get(index * RECORD + 20, digest);
        int license = field(index, 4);
        if (license < 0 || license > licenses.size()) {
            throw Damage.in(Sections.HEADERS, "it names an unknown license");
        }
        return Optional.of(new HeaderEntry(path, field(index, 2), field(index, 3),
                license == 0 ? Optional.empty() : Optional.of(licenses.get(license - 1)),
                HexFormat.of().formatHex(digest)));
    }

    private int field(int index, int number) {
        return records.getInt(index * RECORD + 4 * number);
    }
}
