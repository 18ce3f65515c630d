package org.latebind.elf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * Reads a relocatable ELF64 object. The file may be hostile: whatever does not fit ends in a {@link
 * DiagnosticException} (LB1301), in time and memory bounded by the file's size.
 */
public final class ElfReader {
    /** No section of a kernel module comes near; a NOBITS size costs the file nothing. */
    private static final long LARGEST_SECTION = 1L << 30;

    private final ElfFile elf;
    private final ByteOrder order;
    private final List<SectionHeader> headers;
    private final int[] sectionOf;
    private long nameBytesLeft;

    private ElfReader(ElfFile elf, int fileSize) {
        this.elf = elf;
        order = elf.order();
        headers = elf.headers();
        sectionOf = new int[headers.size()];
        Arrays.fill(sectionOf, Symbol.UNDEFINED);
        nameBytesLeft = 16L * fileSize + (1 << 16);
    }

    /**
     * @param name what diagnostics call the file
     */
    public static RelocatableObject read(String name, Bytes file) {
        try {
            var elf = ElfFile.parse(file);
            if (elf.type() != ElfFormat.TYPE_RELOCATABLE) {
                throw new BrokenElfException("this is not a relocatable object");
            }
            return new ElfReader(elf, file.size()).read();
        } catch (BrokenElfException e) {
            throw broken(name, e.getMessage());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw broken(name, "the file ends or is damaged: " + e.getMessage());
        }
    }

    private static DiagnosticException broken(String name, String why) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB1301", "'" + name + "' cannot be read as an object file: " + why));
    }

    private RelocatableObject read() throws BrokenElfException {
        int kept = 0;
        for (int i = 1; i < sectionOf.length; i++) {
            if (holdsContents(headers.get(i))) {
                sectionOf[i] = kept++;
            }
        }
        int symbolTable = symbolTable();
        var symbols = symbols(symbolTable);
        var relocations = relocations(kept, symbolTable, symbols.size());
        var sections = sections(relocations);
        return new RelocatableObject(elf.identity(), sections, symbols, groups(symbols, sections));
    }

    private static boolean holdsContents(SectionHeader header) {
        return switch (header.type()) {
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

    private int symbolTable() throws BrokenElfException {
        int found = 0;
        for (int i = 1; i < sectionOf.length; i++) {
            int type = headers.get(i).type();
            if (type == ElfFormat.SHT_SYMTAB) {
                if (found != 0) {
                    throw new BrokenElfException("it has two symbol tables");
                }
                found = i;
            }
            if (type == ElfFormat.SHT_REL || type == ElfFormat.SHT_SYMTAB_SHNDX) {
                throw new BrokenElfException("section type " + type + " is not supported");
            }
        }
        return found;
    }

    private List<Symbol> symbols(int tableIndex) throws BrokenElfException {
        if (tableIndex == 0) {
            return List.of();
        }
        var table = elf.contents(headers.get(tableIndex));
        var names = elf.contents(header(headers.get(tableIndex).link()));
        var result = new ArrayList<Symbol>();
        for (long at = ElfFormat.SYMBOL_SIZE; at < table.size(); at += ElfFormat.SYMBOL_SIZE) {
            var entry = table.slice(at, ElfFormat.SYMBOL_SIZE);
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

    private int sectionOf(int index) throws BrokenElfException {
        if (index == ElfFormat.SHN_ABS) {
            return Symbol.ABSOLUTE;
        }
        if (index == ElfFormat.SHN_COMMON) {
            return Symbol.COMMON;
        }
        if (index == ElfFormat.SHN_UNDEF) {
            return Symbol.UNDEFINED;
        }
        if (index >= ElfFormat.SHN_LORESERVE || index >= sectionOf.length || sectionOf[index] < 0) {
            throw new BrokenElfException("a symbol is in section " + index + ", which cannot hold symbols");
        }
        return sectionOf[index];
    }

    private List<List<Relocation>> relocations(int sections, int symbolTable, int symbols) throws BrokenElfException {
        var result = new ArrayList<List<Relocation>>();
        for (int i = 0; i < sections; i++) {
            result.add(new ArrayList<>());
        }
        for (var header : headers) {
            if (header.type() == ElfFormat.SHT_RELA) {
                int patched = sectionOf((int) Math.min(header.info(), 0xffff));
                if (patched < 0 || header.link() != symbolTable) {
                    throw new BrokenElfException("relocations of no section");
                }
                readRelocations(elf.contents(header), symbols, result.get(patched));
            }
        }
        return result;
    }

    private void readRelocations(Bytes table, int symbols, List<Relocation> into) throws BrokenElfException {
        for (long at = 0; at < table.size(); at += ElfFormat.RELA_SIZE) {
            var entry = table.slice(at, ElfFormat.RELA_SIZE);
            long info = entry.i64(8, order);
            long symbol = info >>> 32;
            if (symbol > symbols) {
                throw new BrokenElfException("a relocation names symbol " + symbol + " of " + symbols);
            }
            into.add(
                    new Relocation(entry.i64(0, order), (int) info, (int) symbol - 1, entry.i64(16, order)));
        }
    }

    private List<Section> sections(List<List<Relocation>> relocations) throws BrokenElfException {
        var names = elf.contents(header(elf.namesIndex()));
        var result = new ArrayList<Section>();
        for (int i = 1; i < sectionOf.length; i++) {
            if (sectionOf[i] >= 0) {
                result.add(section(headers.get(i), names, relocations.get(sectionOf[i])));
            }
        }
        return result;
    }

    private Section section(SectionHeader header, Bytes names, List<Relocation> relocations) throws BrokenElfException {
        if (header.size() < 0 || header.size() > LARGEST_SECTION || header.has(ElfFormat.SHF_COMPRESSED)) {
            throw new BrokenElfException("a section is compressed or larger than " + LARGEST_SECTION + " bytes");
        }
        boolean empty = header.type() == Section.NOBITS;
        for (var relocation : relocations) {
            if (relocation.offset() < 0 || relocation.offset() >= header.size() || empty) {
                throw new BrokenElfException("a relocation lies outside its section");
            }
        }
        return new Section(
                string(names, header.name()),
                header.type(),
                header.flags(),
                header.alignment(),
                header.entrySize(),
                empty ? Bytes.EMPTY : elf.contents(header),
                header.size(),
                relocations);
    }

    private List<RelocatableObject.Group> groups(List<Symbol> symbols, List<Section> sections) {
        var result = new ArrayList<RelocatableObject.Group>();
        for (var header : headers) {
            if (header.type() != ElfFormat.SHT_GROUP) {
                continue;
            }
            var words = elf.contents(header);
            if ((words.u32(0, order) & ElfFormat.GROUP_COMDAT) == 0) {
                continue;
            }
            var signature = symbols.get((int) Math.min(header.info() - 1, Integer.MAX_VALUE));
            var members = new ArrayList<Integer>();
            for (long at = 4; at < words.size(); at += 4) {
                long member = words.u32(at, order);
                if (member > 0 && member < sectionOf.length && sectionOf[(int) member] >= 0) {
                    members.add(sectionOf[(int) member]);
                }
            }
            boolean bySection = signature.name().isEmpty() && signature.isInSection();
            result.add(
                    new RelocatableObject.Group(
                            bySection ? sections.get(signature.section()).name() : signature.name(), members));
        }
        return result;
    }

    private SectionHeader header(int index) throws BrokenElfException {
        if (index <= 0 || index >= sectionOf.length) {
            throw new BrokenElfException("it names section " + index + " of " + sectionOf.length);
        }
        return headers.get(index);
    }

    private String string(Bytes table, long offset) throws BrokenElfException {
        var result = table.zeroTerminated(offset);
        nameBytesLeft -= result.length();
        if (nameBytesLeft < 0) {
            throw new BrokenElfException("its names overlap");
        }
        return result;
    }
}
