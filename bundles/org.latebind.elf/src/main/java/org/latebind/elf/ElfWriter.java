package org.latebind.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a relocatable ELF64 object:
 *
 * <pre>
 *   ELF header | groups | section, its .rela | ... | .symtab | .strtab | .shstrtab | section headers
 * </pre>
 *
 * Local symbols are moved before the others, as the ABI demands; otherwise order is kept.
 */
public final class ElfWriter {
    private final RelocatableObject object;
    private final ByteOrder order;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> headers = new ArrayList<>();
    private final StringTable sectionNames = new StringTable();
    private final StringTable symbolNames = new StringTable();
    private final int[] newIndex;
    private final List<Symbol> sorted = new ArrayList<>();
    private final int locals;

    private ElfWriter(RelocatableObject object) {
        this.object = object;
        this.order = object.identity().order();
        this.newIndex = new int[object.symbols().size()];
        addSymbols(true);
        this.locals = sorted.size();
        addSymbols(false);
    }

    public static Bytes write(RelocatableObject object) {
        return new ElfWriter(object).write();
    }

    private void addSymbols(boolean local) {
        for (int i = 0; i < newIndex.length; i++) {
            var symbol = object.symbols().get(i);
            if ((symbol.binding() == Symbol.LOCAL) == local) {
                sorted.add(symbol);
                newIndex[i] = sorted.size();
            }
        }
    }

    private Bytes write() {
        out.writeBytes(new byte[ElfFormat.HEADER_SIZE]);
        headers.add(new byte[ElfFormat.SECTION_HEADER_SIZE]);
        var headerOf = headerIndices();
        int symbolTable = headers.size() + tablesBefore();
        writeGroups(headerOf, symbolTable);
        for (int i = 0; i < object.sections().size(); i++) {
            writeSection(object.sections().get(i), headerOf[i], symbolTable);
        }
        writeSymbols(headerOf, symbolTable);
        put(".strtab", ElfFormat.SHT_STRTAB, 0, symbolNames.bytes(), 0, 0, 1, 0);
        int namesIndex = headers.size();
        sectionNames.offset(".shstrtab");
        put(".shstrtab", ElfFormat.SHT_STRTAB, 0, sectionNames.bytes(), 0, 0, 1, 0);
        align(8);
        int headerOffset = out.size();
        headers.forEach(out::writeBytes);
        var file = out.toByteArray();
        writeFileHeader(file, headerOffset, namesIndex);
        return Bytes.of(file);
    }

    private int[] headerIndices() {
        var result = new int[object.sections().size()];
        int next = 1 + object.groups().size();
        for (int i = 0; i < result.length; i++) {
            result[i] = next;
            next += object.sections().get(i).relocations().isEmpty() ? 1 : 2;
        }
        return result;
    }

    private int tablesBefore() {
        int count = object.groups().size();
        for (var section : object.sections()) {
            count += section.relocations().isEmpty() ? 1 : 2;
        }
        return count;
    }

    private void writeGroups(int[] headerOf, int symbolTable) {
        for (var group : object.groups()) {
            var words = buffer(4 + 4 * group.sections().size());
            words.putInt((int) ElfFormat.GROUP_COMDAT);
            group.sections().forEach(member -> words.putInt(headerOf[member]));
            put(".group", ElfFormat.SHT_GROUP, 0, words.array(), symbolTable, signature(group), 4, 4);
        }
    }

    private int signature(RelocatableObject.Group group) {
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(group.signature())) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no symbol " + group.signature());
    }

    private void writeSection(Section section, int index, int symbolTable) {
        long flags = section.flags() & ~Section.LINK_ORDER;
        if (section.type() == Section.NOBITS) {
            putHeader(
                    section.name(), section.type(), flags, out.size(), section.size(), 0, 0, section.alignment(),
                    section.entrySize());
        } else {
            put(
                    section.name(), section.type(), flags, section.contents().toArray(), 0, 0, section.alignment(),
                    section.entrySize());
        }
        if (section.relocations().isEmpty()) {
            return;
        }
        var table = buffer(ElfFormat.RELA_SIZE * section.relocations().size());
        for (var relocation : section.relocations()) {
            long symbol = relocation.symbol() < 0 ? 0 : newIndex[relocation.symbol()];
            table.putLong(relocation.offset());
            table.putLong(symbol << 32 | (relocation.type() & 0xffffffffL));
            table.putLong(relocation.addend());
        }
        put(
                ".rela" + section.name(), ElfFormat.SHT_RELA, ElfFormat.SHF_INFO_LINK, table.array(), symbolTable, index,
                8, ElfFormat.RELA_SIZE);
    }

    private void writeSymbols(int[] headerOf, int symbolTable) {
        var table = buffer(ElfFormat.SYMBOL_SIZE * (sorted.size() + 1));
        table.position(ElfFormat.SYMBOL_SIZE);
        for (var symbol : sorted) {
            table.putInt(symbolNames.offset(symbol.name()));
            table.put((byte) (symbol.binding() << 4 | symbol.type()));
            table.put((byte) symbol.visibility());
            table.putShort((short) sectionNumber(symbol, headerOf));
            table.putLong(symbol.value());
            table.putLong(symbol.size());
        }
        put(".symtab", ElfFormat.SHT_SYMTAB, 0, table.array(), symbolTable + 1, locals + 1, 8, ElfFormat.SYMBOL_SIZE);
    }

    private static int sectionNumber(Symbol symbol, int[] headerOf) {
        return switch (symbol.section()) {
            case Symbol.UNDEFINED -> ElfFormat.SHN_UNDEF;
            case Symbol.ABSOLUTE -> ElfFormat.SHN_ABS;
            case Symbol.COMMON -> ElfFormat.SHN_COMMON;
            default -> headerOf[symbol.section()];
        };
    }

    private void put(
            String name, int type, long flags, byte[] contents, int link, int info, long alignment, long entrySize) {
        align(alignment);
        putHeader(name, type, flags, out.size(), contents.length, link, info, alignment, entrySize);
        out.writeBytes(contents);
    }

    private void putHeader(
            String name, int type, long flags, long offset, long size, int link, int info, long alignment,
            long entrySize) {
        var header = buffer(ElfFormat.SECTION_HEADER_SIZE);
        header.putInt(sectionNames.offset(name)).putInt(type).putLong(flags).putLong(0);
        header.putLong(offset).putLong(size).putInt(link).putInt(info);
        header.putLong(alignment).putLong(entrySize);
        headers.add(header.array());
    }

    private void writeFileHeader(byte[] file, int headerOffset, int namesIndex) {
        if (headers.size() >= ElfFormat.SHN_LORESERVE) {
            throw new IllegalArgumentException(headers.size() + " sections");
        }
        var identity = object.identity();
        var header = ByteBuffer.wrap(file).order(order);
        header.put(ElfFile.MAGIC.toArray()).put((byte) ElfFormat.CLASS_64);
        header.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? ElfFormat.DATA_LITTLE : ElfFormat.DATA_BIG));
        header.put((byte) 1).put((byte) identity.osAbi());
        header.position(16);
        header.putShort((short) ElfFormat.TYPE_RELOCATABLE).putShort((short) identity.machine()).putInt(1);
        header.putLong(0).putLong(0).putLong(headerOffset).putInt(identity.flags());
        header.putShort((short) ElfFormat.HEADER_SIZE).putShort((short) 0).putShort((short) 0);
        header.putShort((short) ElfFormat.SECTION_HEADER_SIZE).putShort((short) headers.size());
        header.putShort((short) namesIndex);
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private void align(long alignment) {
        while (out.size() % alignment != 0) {
            out.write(0);
        }
    }

    /** Names in order of first use, each once. */
    private static final class StringTable {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final Map<String, Integer> offsets = new LinkedHashMap<>(Map.of("", 0));

        StringTable() {
            out.write(0);
        }

        int offset(String name) {
            return offsets.computeIfAbsent(name, this::append);
        }

        private int append(String name) {
            int at = out.size();
            out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
            out.write(0);
            return at;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
