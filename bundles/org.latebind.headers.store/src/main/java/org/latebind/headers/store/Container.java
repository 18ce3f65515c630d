package org.latebind.headers.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.latebind.bytes.ByteSource;

/** An opened file of named sections; docs/khd.md has the format. */
final class Container implements AutoCloseable {
    static final byte[] MAGIC = {(byte) 0x8B, 'K', 'H', 'D', '\r', '\n', 0x1A, '\n'};
    static final int VERSION = 3;
    /** Magic, version, CRC of the three numbers that follow, directory's offset, stored and raw size. */
    static final int PREAMBLE = 8 + 4 + 4 + 8 + 4 + 4;
    static final String DIRECTORY = "directory";
    /** No section of a whole kernel comes near; bounds what a damaged size can ask for. */
    private static final int MAX_SECTION = 64 << 20;
    /** A kernel's sections are at most nine times what is stored: a forged one may not ask for much more. */
    private static final int MAX_RATIO = 32;
    private static final int MAX_BONUS = 4096;

    private record Section(long offset, int stored, int raw, int crc) {}

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Section> sections = new HashMap<>();

    private Container(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Container open(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                var container = new Container(file, channel);
                container.readDirectory();
                return container;
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw Damage.unreadable(file, failure);
        }
    }

    private void readDirectory() throws IOException {
        if (channel.size() < PREAMBLE) {
            throw Damage.notHeaderData(file);
        }
        var preamble = readAt(0, PREAMBLE);
        for (byte expected : MAGIC) {
            if (preamble.get() != expected) {
                throw Damage.notHeaderData(file);
            }
        }
        int version = preamble.getInt();
        if (version != VERSION) {
            throw Damage.otherVersion(file, version);
        }
        int crc = preamble.getInt();
        if (crc != crcOf(preamble.array(), 16, PREAMBLE - 16)) {
            throw Damage.in(file, DIRECTORY, "its place is written wrong");
        }
        var directory = new Section(preamble.getLong(), preamble.getInt(), preamble.getInt(), 0);
        if (directory.offset < PREAMBLE || directory.stored < 4
                || directory.offset + directory.stored != channel.size()) {
            throw Damage.truncated(file);
        }
        // The directory's own checksum stands in its last four bytes.
        var stored = readAt(directory.offset, directory.stored);
        int length = directory.stored - 4;
        if (stored.getInt(length) != crcOf(stored.array(), 0, length)) {
            throw Damage.in(file, DIRECTORY, "its checksum is wrong");
        }
        parseDirectory(Damage.source(inflate(DIRECTORY, stored.array(), length, directory.raw), DIRECTORY));
    }

    private void parseDirectory(ByteSource source) {
        int count = source.count();
        for (int i = 0; i < count; i++) {
            sections.put(source.text(),
                    new Section(source.number(), source.index(MAX_SECTION), source.index(MAX_SECTION), source.u32()));
        }
    }

    boolean has(String name) {
        return sections.containsKey(name);
    }

    Collection<String> names() {
        return sections.keySet();
    }

    /** Where a section stands in the file, and how many bytes it takes there. */
    long[] place(String name) {
        return new long[] {sections.get(name).offset, sections.get(name).stored};
    }

    ByteSource source(String name) {
        return Damage.source(read(name), name);
    }

    /** A section's content, its checksum verified. */
    byte[] read(String name) {
        var section = sections.get(name);
        if (section == null) {
            throw Damage.in(file, name, "it is missing");
        }
        try {
            var stored = readAt(section.offset, section.stored).array();
            if (crcOf(stored, 0, stored.length) != section.crc) {
                throw Damage.in(file, name, "its checksum is wrong");
            }
            return inflate(name, stored, stored.length, section.raw);
        } catch (IOException failure) {
            throw Damage.unreadable(file, failure);
        }
    }

    private ByteBuffer readAt(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > channel.size() - length) {
            throw Damage.truncated(file);
        }
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw Damage.truncated(file);
            }
        }
        return buffer.flip();
    }

    static int crcOf(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    /** Whether a section may have shrunk so far. */
    static boolean isCredible(int raw, int stored) {
        return raw <= (long) MAX_RATIO * stored + MAX_BONUS;
    }

    private static byte[] inflate(String name, byte[] stored, int length, int raw) {
        var inflater = new Inflater(true);
        try {
            if (raw < 0 || raw > MAX_SECTION || !isCredible(raw, length)) {
                throw Damage.in(name, "its size is wrong");
            }
            inflater.setInput(stored, 0, length);
            var content = new byte[raw];
            int done = 0;
            while (done < raw) {
                int more = inflater.inflate(content, done, raw - done);
                if (more == 0) {
                    throw Damage.in(name, "its compressed content ends early");
                }
                done += more;
            }
            return content;
        } catch (DataFormatException wrong) {
            throw Damage.in(name, "its compressed content is not well formed");
        } finally {
            inflater.end();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException harmless) {
            // Nothing was written; the descriptor is gone either way.
        }
    }
}
