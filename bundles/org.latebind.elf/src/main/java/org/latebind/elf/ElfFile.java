package org.latebind.elf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An ELF64 file of any type (an object, a kernel's {@code vmlinux}) by its header and section headers.
 *
 * <p>The file may be hostile: work is bounded by the number of section headers, of which there are at most 65535, and
 * nothing is copied.
 */
public final class ElfFile {
    /** What a file of either class begins with. */
    public static final Bytes MAGIC = Bytes.latin1("\u007fELF");

    private final Bytes file;
    private final ByteOrder order;
    private final List<SectionHeader> headers;

    private ElfFile(Bytes file, ByteOrder order, List<SectionHeader> headers) {
        this.file = file;
        this.order = order;
        this.headers = List.copyOf(headers);
    }

    /** Empty for what is not an ELF64 file with section headers, or is damaged. */
    public static Optional<ElfFile> open(Bytes file) {
        try {
            return Optional.of(parse(file));
        } catch (BrokenElfException | IndexOutOfBoundsException notOne) {
            return Optional.empty();
        }
    }

    /** Whether a file that begins so is ELF, of either class. */
    public static boolean isElf(Bytes beginning) {
        return beginning.size() >= MAGIC.size() && beginning.slice(0, MAGIC.size()).equals(MAGIC);
    }

    /**
     * @throws BrokenElfException when it is not an ELF64 file with section headers
     * @throws IndexOutOfBoundsException when it ends early
     */
    static ElfFile parse(Bytes file) throws BrokenElfException {
        if (file.size() < ElfFormat.HEADER_SIZE || !isElf(file)) {
            throw new BrokenElfException("this is not an ELF file");
        }
        if (file.u8(ElfFormat.AT_CLASS) != ElfFormat.CLASS_64) {
            throw new BrokenElfException("only 64-bit ELF is read");
        }
        var order = byteOrder(file.u8(ElfFormat.AT_DATA));
        return new ElfFile(file, order, headers(file, order));
    }

    private static ByteOrder byteOrder(int data) throws BrokenElfException {
        return switch (data) {
            case ElfFormat.DATA_LITTLE -> ByteOrder.LITTLE_ENDIAN;
            case ElfFormat.DATA_BIG -> ByteOrder.BIG_ENDIAN;
            default -> throw new BrokenElfException("unknown byte order " + data);
        };
    }

    private static List<SectionHeader> headers(Bytes file, ByteOrder order) throws BrokenElfException {
        int count = file.u16(60, order);
        if (count == 0 || file.u16(58, order) != ElfFormat.SECTION_HEADER_SIZE) {
            throw new BrokenElfException("it has no section headers, or more than 65279");
        }
        var table = file.slice(file.i64(40, order), (long) count * ElfFormat.SECTION_HEADER_SIZE);
        var headers = new ArrayList<SectionHeader>(count);
        for (int i = 0; i < count; i++) {
            headers.add(SectionHeader.read(table, (long) i * ElfFormat.SECTION_HEADER_SIZE, order));
        }
        return headers;
    }

    public ByteOrder order() {
        return order;
    }

    /** {@code e_type}. */
    int type() {
        return file.u16(16, order);
    }

    /** {@code e_machine}. */
    public int machine() {
        return file.u16(18, order);
    }

    ElfIdentity identity() {
        return new ElfIdentity(order, machine(), file.u8(ElfFormat.AT_OS_ABI), (int) file.u32(48, order));
    }

    List<SectionHeader> headers() {
        return headers;
    }

    /** {@code e_shstrndx}: which section holds the names of sections. */
    int namesIndex() {
        return file.u16(62, order);
    }

    /** @throws IndexOutOfBoundsException when the file ends before the section does */
    Bytes contents(SectionHeader header) {
        return file.slice(header.offset(), header.size());
    }

    /** The contents of the first section of that name; empty where there is none, or the file ends before it does. */
    public Optional<Bytes> section(String name) {
        try {
            var names = contents(headers.get(namesIndex()));
            for (var header : headers) {
                if (names.hasZeroTerminated(header.name(), name)) {
                    return Optional.of(contents(header));
                }
            }
        } catch (IndexOutOfBoundsException damaged) {
            // As if there were no such section.
        }
        return Optional.empty();
    }

    /**
     * The length of a file of either class, up to the end of its section headers, which come last.
     *
     * @param image what the file lies in, such as a kernel image with a vDSO
     * @param at where its magic number is
     * @return empty when it is not such a file, or does not end within the image
     */
    public static OptionalLong length(Bytes image, long at) {
        if (at + ElfFormat.HEADER_SIZE > image.size()) {
            return OptionalLong.empty();
        }
        var header = image.slice(at, ElfFormat.HEADER_SIZE);
        boolean wide = header.u8(ElfFormat.AT_CLASS) == ElfFormat.CLASS_64;
        var order = header.u8(ElfFormat.AT_DATA) == ElfFormat.DATA_BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long table = wide ? header.i64(40, order) : header.u32(32, order);
        int sizes = wide ? 52 : 40;
        boolean isHeader = header.u16(sizes, order) == (wide ? ElfFormat.HEADER_SIZE : ElfFormat.HEADER_SIZE_32);
        long headers = (long) header.u16(sizes + 6, order) * header.u16(sizes + 8, order);
        boolean ends = table > 0 && table <= image.size() && table + headers <= image.size() - at;
        return isHeader && ends ? OptionalLong.of(table + headers) : OptionalLong.empty();
    }
}
