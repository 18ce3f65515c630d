package org.latebind.kmod;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.latebind.elf.Bytes;
import org.latebind.elf.ElfIdentity;
import org.latebind.elf.ElfWriter;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;

/** Builds small objects. */
final class TestObject {
    private final List<Section> sections = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private final ByteOrder order;

    TestObject(ByteOrder order) {
        this.order = order;
    }

    TestObject() {
        this(ByteOrder.LITTLE_ENDIAN);
    }

    TestObject section(String name, long flags, Bytes contents, Relocation... relocations) {
        sections.add(new Section(name, Section.PROGBITS, flags, 1, contents, List.of(relocations)));
        return this;
    }

    TestObject text(String name, Bytes contents, Relocation... relocations) {
        return section(name, Section.ALLOC | Section.EXECINSTR, contents, relocations);
    }

    TestObject modinfo(String... entries) {
        return section(".modinfo", Section.ALLOC, Bytes.latin1(String.join("\0", entries) + "\0"));
    }

    TestObject symbol(String name, int binding, int section, long value, long size) {
        symbols.add(new Symbol(name, binding, section < 0 ? 0 : 1, 0, section, value, size));
        return this;
    }

    TestObject defines(String name, int section, long value) {
        return symbol(name, Symbol.GLOBAL, section, value, 4);
    }

    TestObject needs(String name) {
        return symbol(name, Symbol.GLOBAL, Symbol.UNDEFINED, 0, 0);
    }

    RelocatableObject object() {
        return new RelocatableObject(new ElfIdentity(order, 99, 0, 0), sections, symbols, List.of());
    }

    Bytes file() {
        return ElfWriter.write(object());
    }
}
