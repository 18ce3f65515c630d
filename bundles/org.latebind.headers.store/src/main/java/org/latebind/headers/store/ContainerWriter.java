package org.latebind.headers.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.Deflater;

/** Writes a file of named sections; see the package documentation for the format. */
final class ContainerWriter implements AutoCloseable {
    private final RandomAccessFile file;
    private final ByteSink directory = new ByteSink();
    private final Set<String> names = new LinkedHashSet<>();
    private long offset = Container.PREAMBLE;

    ContainerWriter(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(0);
        file.write(new byte[Container.PREAMBLE]);
    }

    void section(String name, byte[] content) throws IOException {
        if (!names.add(name)) {
            throw new IllegalArgumentException("two sections '" + name + "'");
        }
        var stored = deflate(content);
        directory.text(name);
        directory.number(offset);
        directory.number(stored.length);
        directory.number(content.length);
        directory.u32(Container.crcOf(stored, 0, stored.length));
        file.write(stored);
        offset += stored.length;
    }

    /** Writes the directory and, last of all, the preamble that makes the file one of ours. */
    void finish() throws IOException {
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
        file.seek(0);
        file.write(preamble.toBytes());
    }

    private static byte[] deflate(byte[] content) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
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
