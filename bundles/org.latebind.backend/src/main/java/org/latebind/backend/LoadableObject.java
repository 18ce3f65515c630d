package org.latebind.backend;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.latebind.codegen.api.CodegenMessage;

/**
 * Checks that an object has only relocations that the kernel's module loader knows, and no
 * floating-point arithmetic. ELF64 in either byte order, relocations with addends.
 */
public final class LoadableObject {
    private static final int BYTE_ORDER = 5;
    private static final byte LITTLE_ENDIAN = 1;
    private static final int SHT_RELA = 4;
    private static final int SECTION_HEADER = 64;
    private static final int RELA_ENTRY = 24;

    /** libgcc's names for arithmetic on floating types without registers for them, {@code __adddf3}. */
    private static final Pattern FLOATING_POINT = Pattern.compile(
            "__(add|sub|mul|div|neg|eq|ne|lt|le|gt|ge|unord|fix|fixuns|float|floatun|extend|trunc|pow)\\w*[hsdxt]f\\w*");

    private final ByteBuffer elf;
    private final Set<Integer> known;

    private LoadableObject(byte[] object, Set<Integer> known) {
        this.known = known;
        elf = ByteBuffer.wrap(object);
        elf.order(elf.get(BYTE_ORDER) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /**
     * Looks an object over.
     *
     * @param known relocation types that {@code apply_relocate_add} of the kernel's architecture knows
     * @return what is wrong with it, all errors
     */
    public static List<CodegenMessage> check(byte[] object, Set<Integer> known) {
        try {
            return new LoadableObject(object, known).check();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return List.of(CodegenMessage.error("LB7512", "the object that was emitted is not a whole ELF file"));
        }
    }

    private List<CodegenMessage> check() {
        var offences = new TreeSet<String>();
        long sections = elf.getLong(0x28);
        int count = elf.getShort(0x3c) & 0xffff;
        for (int i = 0; i < count; i++) {
            int header = Math.toIntExact(sections) + i * SECTION_HEADER;
            if (elf.getInt(header + 4) == SHT_RELA) {
                relocations(header, Math.toIntExact(sections), offences);
            }
        }
        var messages = new ArrayList<CodegenMessage>();
        for (var offence : offences) {
            messages.add(CodegenMessage.error("LB7511", "a kernel module cannot have " + offence));
        }
        return messages;
    }

    private void relocations(int header, int sections, Set<String> offences) {
        int start = Math.toIntExact(elf.getLong(header + 0x18));
        int size = Math.toIntExact(elf.getLong(header + 0x20));
        int symbolTable = sections + elf.getInt(header + 0x28) * SECTION_HEADER;
        for (int at = start; at < start + size; at += RELA_ENTRY) {
            long info = elf.getLong(at + 8);
            int type = (int) info;
            var name = symbol(symbolTable, (int) (info >>> 32), sections);
            if (!known.contains(type)) {
                offences.add("relocation type " + type + " against '" + name + "'");
            } else if (FLOATING_POINT.matcher(name).matches()) {
                offences.add("floating-point arithmetic: it became a call of '" + name + "'");
            }
        }
    }

    private String symbol(int symbolTable, int index, int sections) {
        int entry = Math.toIntExact(elf.getLong(symbolTable + 0x18)) + index * RELA_ENTRY;
        int strings = sections + elf.getInt(symbolTable + 0x28) * SECTION_HEADER;
        int name = Math.toIntExact(elf.getLong(strings + 0x18)) + elf.getInt(entry);
        int end = name;
        while (elf.get(end) != 0) {
            end++;
        }
        return new String(elf.array(), name, end - name, StandardCharsets.UTF_8);
    }
}
