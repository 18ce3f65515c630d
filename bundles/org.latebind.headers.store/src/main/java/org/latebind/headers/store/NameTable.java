package org.latebind.headers.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.latebind.bytes.ByteSink;

/**
 * Sorted names that are searched without being read: offsets of fixed width and the names' bytes.
 *
 * <pre>
 * count:u32, (count + 1) x offset:u32, bytes
 * </pre>
 */
final class NameTable {
    private final ByteBuffer table;
    private final int count;
    private final int textStart;
    private final int size;
    private final String section;

    /** The table at a position of a section. */
    NameTable(byte[] bytes, int from, String section) {
        this.section = section;
        table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).slice(from, bytes.length - from)
                .order(ByteOrder.LITTLE_ENDIAN);
        if (table.limit() < 8) {
            throw malformed();
        }
        count = table.getInt(0);
        long start = 4 + 4L * (count + 1L);
        if (count < 0 || start > table.limit()) {
            throw malformed();
        }
        textStart = (int) start;
        size = checkedEnd(count);
    }

    private RuntimeException malformed() {
        return Damage.in(section, "its table of names is not well formed");
    }

    /** The names must be sorted by their bytes. */
    static void write(List<String> names, ByteSink out) {
        out.u32(names.size());
        var text = new ByteSink();
        for (var name : names) {
            out.u32(text.size());
            text.bytes(name.getBytes(StandardCharsets.UTF_8));
        }
        out.u32(text.size());
        out.bytes(text.toBytes());
    }

    /** The order that {@link #write} asks for. */
    static Comparator<String> order() {
        return (a, b) -> Arrays.compareUnsigned(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    int count() {
        return count;
    }

    /** Bytes that the table takes. */
    int size() {
        return size;
    }

    private int checkedEnd(int index) {
        int end = table.getInt(4 + 4 * index);
        if (end < 0 || end > table.limit() - textStart) {
            throw malformed();
        }
        return textStart + end;
    }

    String name(int index) {
        int from = checkedEnd(index);
        int length = checkedEnd(index + 1) - from;
        if (length < 0) {
            throw malformed();
        }
        var bytes = new byte[length];
        table.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The index of a name, or -1. */
    int find(String name) {
        var wanted = ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8));
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(middle, wanted);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int compare(int index, ByteBuffer wanted) {
        int from = checkedEnd(index);
        int to = checkedEnd(index + 1);
        if (to < from) {
            throw malformed();
        }
        int length = Math.min(to - from, wanted.limit());
        for (int i = 0; i < length; i++) {
            int order = Integer.compare(table.get(from + i) & 0xFF, wanted.get(i) & 0xFF);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(to - from, wanted.limit());
    }

    SortedSet<String> all() {
        var names = new TreeSet<String>();
        names.addAll(new AbstractSet<>() {
            @Override
            public Iterator<String> iterator() {
                return java.util.stream.IntStream.range(0, count).mapToObj(NameTable.this::name).iterator();
            }

            @Override
            public int size() {
                return count;
            }
        });
        return Collections.unmodifiableSortedSet(names);
    }
}
