package org.latebind.headers.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.Deflater;
import org.latebind.bytes.ByteSink;

/** Writes a file of named sections; docs/khd.md has the format. */
final class ContainerWriter implements AutoCloseable {
    private final RandomAccessFile file;
    private final ByteSink directory = new ByteSink();
    private final Set<String> names = new LinkedHashSet<>();
    private final InOrder<Section> sections = new InOrder<>(this::write);
    private long offset = Container.PREAMBLE;

    private record Section(String name, int raw, byte[] stored) {}

    ContainerWriter(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(0);
            file.write(new byte[Container.PREAMBLE]);
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
    }

    void section(String name, byte[] content) throws IOException {
        if (!names.add(name)) {
            throw new IllegalArgumentException("two sections '" + name + "'");
        }
        sections.add(() -> new Section(name, content.length, deflate(content)));
    }

    private void write(Section section) throws IOException {
        var stored = section.stored();
        directory.text(section.name());
        directory.number(offset);
        directory.number(stored.length);
        directory.number(section.raw());
        directory.u32(Container.crcOf(stored, 0, stored.length));
        file.write(stored);
        offset += stored.length;
    }

    /**
     * Writes the directory and, last of all, the preamble that makes the file one of ours. It can then
     * be read; further sections go in the directory's place, and the file is to be finished again.
     */
    void finish() throws IOException {
        sections.finish();
        var all = new ByteSink();
        all.number(names.size());
        all.bytes(directory.toBytes());
        var stored = new ByteSink();
        stored.bytes(deflate(all.toBytes()));
        var content = stored.toBytes();
        stored.u32(Container.crcOf(content, 0, content.length));
        file.write(stored.toBytes());
        var place = new ByteSink();
        place.u64(offset);
        place.u32(stored.size());
        place.u32(all.size());
        var preamble = new ByteSink();
        preamble.bytes(Container.MAGIC);
        preamble.u32(Container.VERSION);
        preamble.u32(Container.crcOf(place.toBytes(), 0, place.size()));
        preamble.bytes(place.toBytes());
        file.setLength(offset + stored.size());
        file.seek(0);
        file.write(preamble.toBytes());
        file.seek(offset);
    }

    /** What shrinks further than a reader believes is stored as it is. */
    private static byte[] deflate(byte[] content) {
        var small = deflate(content, Deflater.BEST_COMPRESSION);
        return Container.isCredible(content.length, small.length) ? small : deflate(content, Deflater.NO_COMPRESSION);
    }

    private static byte[] deflate(byte[] content, int level) {
        var deflater = new Deflater(level, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            var out = new ByteSink();
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                int length = deflater.deflate(buffer);
                out.bytes(length == buffer.length ? buffer : java.util.Arrays.copyOf(buffer, length));
            }
            return out.toBytes();
        } finally {
            deflater.end();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
