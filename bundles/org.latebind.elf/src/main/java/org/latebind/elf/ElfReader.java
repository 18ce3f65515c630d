package org.latebind.elf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * Reads a relocatable ELF64 object. The file may be hostile: whatever does not fit ends in a {@link
 * DiagnosticException} (LB1201), in time and memory bounded by the file's size.
 */
public final class ElfReader {
    /** No section of a kernel module comes near; a NOBITS size costs the file nothing. */
    private static final long LARGEST_SECTION = 1L << 30;

    private final String name;
    private final Bytes file;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private Header[] headers = {};
    private int[] sectionOf = {};
    private long nameBytesLeft;

    private record Header(
            long name, int type, long flags, long offset, long size, int link, long info, long alignment, long entrySize) {}

    private ElfReader(String name, Bytes file) {
        this.name = name;
        this.file = file;
        this.nameBytesLeft = 16L * file.size() + (1 << 16);
    }

    /**
     * @param name what diagnostics call the file
     */
    public static RelocatableObject read(String name, Bytes file) {
        ElfReader reader = new ElfReader(name, file);
        try {
            return reader.read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw reader.broken("the file ends or is damaged: " + e.getMessage());
        }
    }

    private RelocatableObject read() {
        ElfIdentity identity = identity();
        headers = headers();
        sectionOf = new int[headers.length];
        Arrays.fill(sectionOf, Symbol.UNDEFINED);
        int kept = 0;
        for (int i = 1; i < headers.length; i++) {
            if (holdsContents(headers[i])) {
                sectionOf[i] = kept++;
            }
        }
        int symbolTable = symbolTable();
        List<Symbol> symbols = symbols(symbolTable);
        List<List<Relocation>> relocations = relocations(kept, symbolTable, symbols.size());
        List<Section> sections = sections(relocations);
        return new RelocatableObject(identity, sections, symbols, groups(symbols, sections));
    }

    private ElfIdentity identity() {
        if (file.size() < ElfFormat.HEADER_SIZE || file.u8(0) != 0x7f || !"ELF".equals(magic())) {
            throw broken("this is not an ELF file");
        }
        if (file.u8(4) != ElfFormat.CLASS_64) {
            throw broken("only 64-bit ELF is read");
        }
        order =
                switch (file.u8(5)) {
                    case ElfFormat.DATA_LITTLE -> ByteOrder.LITTLE_ENDIAN;
                    case ElfFormat.DATA_BIG -> ByteOrder.BIG_ENDIAN;
                    default -> throw broken("unknown byte order " + file.u8(5));
                };
        if (file.u16(16, order) != ElfFormat.TYPE_RELOCATABLE) {
            throw broken("this is not a relocatable object");
        }
        return new ElfIdentity(order, file.u16(18, order), file.u8(7), (int) file.u32(48, order));
    }

    private String magic() {
        return "" + (char) file.u8(1) + (char) file.u8(2) + (char) file.u8(3);
    }

    private Header[] headers() {
        long offset = file.i64(40, order);
        int count = file.u16(60, order);
        if (count == 0 || file.u16(58, order) != ElfFormat.SECTION_HEADER_SIZE) {
            throw broken("it has no section headers, or more than 65279");
        }
        Bytes table = file.slice(offset, (long) count * ElfFormat.SECTION_HEADER_SIZE);
        Header[] result = new Header[count];
        for (int i = 0; i < count; i++) {
            long at = (long) i * ElfFormat.SECTION_HEADER_SIZE;
            result[i] =
                    new Header(
                            table.u32(at, order),
                            (int) table.u32(at + 4, order),
                            table.i64(at + 8, order),
                            table.i64(at + 24, order),
                            table.i64(at + 32, order),
                            (int) table.u32(at + 40, order),
                            table.u32(at + 44, order),
                            Math.max(1, table.i64(at + 48, order)),
                            table.i64(at + 56, order));
        }
        return result;
    }

    private static boolean holdsContents(Header header) {
        return switch (header.type) {
            case ElfFormat.SHT_NULL,
                            ElfFormat.SHT_SYMTAB,
                            ElfFormat.SHT_STRTAB,
                            ElfFormat.SHT_RELA,
                            ElfFormat.SHT_REL,
                            ElfFormat.SHT_GROUP,
                            ElfFormat.SHT_SYMTAB_SHNDX,
                            ElfFormat.SHT_LLVM_ADDRSIG ->
                    false;
            default -> true;
        };
    }

    private int symbolTable() {
        int found = 0;
        for (int i = 1; i < headers.length; i++) {
            if (headers[i].type == ElfFormat.SHT_SYMTAB) {
                if (found != 0) {
                    throw broken("it has two symbol tables");
                }
                found = i;
            }
            if (headers[i].type == ElfFormat.SHT_REL || headers[i].type == ElfFormat.SHT_SYMTAB_SHNDX) {
                throw broken("section type " + headers[i].type + " is not supported");
            }
        }
        return found;
    }

    private List<Symbol> symbols(int tableIndex) {
        if (tableIndex == 0) {
            return List.of();
        }
        Bytes table = contents(headers[tableIndex]);
        Bytes names = contents(header(headers[tableIndex].link));
        List<Symbol> result = new ArrayList<>();
        for (long at = ElfFormat.SYMBOL_SIZE; at < table.size(); at += ElfFormat.SYMBOL_SIZE) {
            Bytes entry = table.slice(at, ElfFormat.SYMBOL_SIZE);
            int info = entry.u8(4);
            result.add(
                    new Symbol(
                            string(names, entry.u32(0, order)),
                            info >> 4,
                            info & 0xf,
                            entry.u8(5) & 3,
                            sectionOf(entry.u16(6, order)),
                            entry.i64(8, order),
                            entry.i64(16, order)));
        }
        return result;
    }

    private int sectionOf(int index) {
        if (index == ElfFormat.SHN_ABS) {
            return Symbol.ABSOLUTE;
        }
        if (index == ElfFormat.SHN_COMMON) {
            return Symbol.COMMON;
        }
        if (index == ElfFormat.SHN_UNDEF) {
            return Symbol.UNDEFINED;
        }
        if (index >= ElfFormat.SHN_LORESERVE || index >= headers.length || sectionOf[index] < 0) {
            throw broken("a symbol stands in section " + index + ", which cannot hold symbols");
        }
        return sectionOf[index];
    }

    private List<List<Relocation>> relocations(int sections, int symbolTable, int symbols) {
        List<List<Relocation>> result = new ArrayList<>();
        for (int i = 0; i < sections; i++) {
            result.add(new ArrayList<>());
        }
        for (Header header : headers) {
            if (header.type == ElfFormat.SHT_RELA) {
                int patched = sectionOf((int) Math.min(header.info, 0xffff));
                if (patched < 0 || header.link != symbolTable) {
                    throw broken("relocations of no section");
                }
                readRelocations(contents(header), symbols, result.get(patched));
            }
        }
        return result;
    }

    private void readRelocations(Bytes table, int symbols, List<Relocation> into) {
        for (long at = 0; at < table.size(); at += ElfFormat.RELA_SIZE) {
            Bytes entry = table.slice(at, ElfFormat.RELA_SIZE);
            long info = entry.i64(8, order);
            long symbol = info >>> 32;
            if (symbol > symbols) {
                throw broken("a relocation names symbol " + symbol + " of " + symbols);
            }
            into.add(
                    new Relocation(entry.i64(0, order), (int) info, (int) symbol - 1, entry.i64(16, order)));
        }
    }

    private List<Section> sections(List<List<Relocation>> relocations) {
        Bytes names = contents(header(file.u16(62, order)));
        List<Section> result = new ArrayList<>();
        for (Header header : headers) {
            if (!holdsContents(header)) {
                continue;
            }
            if (header.size < 0 || header.size > LARGEST_SECTION || (header.flags & ElfFormat.SHF_COMPRESSED) != 0) {
                throw broken("a section is compressed or larger than " + LARGEST_SECTION + " bytes");
            }
            boolean empty = header.type == Section.NOBITS;
            List<Relocation> own = relocations.get(result.size());
            for (Relocation relocation : own) {
                if (relocation.offset() < 0 || relocation.offset() >= header.size || empty) {
                    throw broken("a relocation lies outside its section");
                }
            }
            result.add(
                    new Section(
                            string(names, header.name),
                            header.type,
                            header.flags,
                            header.alignment,
                            header.entrySize,
                            empty ? Bytes.EMPTY : contents(header),
                            header.size,
                            own));
        }
        return result;
    }

    private List<RelocatableObject.Group> groups(List<Symbol> symbols, List<Section> sections) {
        List<RelocatableObject.Group> result = new ArrayList<>();
        for (Header header : headers) {
            if (header.type != ElfFormat.SHT_GROUP) {
                continue;
            }
            Bytes words = contents(header);
            if ((words.u32(0, order) & ElfFormat.GROUP_COMDAT) == 0) {
                continue;
            }
            Symbol signature = symbols.get((int) Math.min(header.info - 1, Integer.MAX_VALUE));
            List<Integer> members = new ArrayList<>();
            for (long at = 4; at < words.size(); at += 4) {
                int member = (int) words.u32(at, order);
                if (member > 0 && member < headers.length && sectionOf[member] >= 0) {
                    members.add(sectionOf[member]);
                }
            }
            boolean bySection = signature.name().isEmpty() && signature.isInSection();
            result.add(
                    new RelocatableObject.Group(
                            bySection ? sections.get(signature.section()).name() : signature.name(), members));
        }
        return result;
    }

    private Header header(int index) {
        if (index <= 0 || index >= headers.length) {
            throw broken("it names section " + index + " of " + headers.length);
        }
        return headers[index];
    }

    private Bytes contents(Header header) {
        return file.slice(header.offset, header.size);
    }

    private String string(Bytes table, long offset) {
        String result = table.zeroTerminated(offset);
        nameBytesLeft -= result.length();
        if (nameBytesLeft < 0) {
            throw broken("its names overlap");
        }
        return result;
    }

    private DiagnosticException broken(String why) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB1301", "'" + name + "' cannot be read as an object file: " + why));
    }
}
