package org.latebind.elf;

import java.nio.ByteOrder;
import java.util.List;

/** An object for tests. */
final class SmallObject {
    private SmallObject() {}

    /** A function that calls another, a group of one section, and data that takes no room in the file. */
    static RelocatableObject of(ByteOrder order) {
        var text = new Section(
                ".text", Section.PROGBITS, Section.ALLOC | Section.EXECINSTR, 16, Bytes.latin1("\u00e8\0\0\0\0"),
                List.of(new Relocation(1, 4, 2, -4)));
        var once = new Section(
                ".text.once", Section.PROGBITS, Section.ALLOC | Section.GROUP, 1, Bytes.zeros(3), List.of());
        var bss = new Section(
                ".bss", Section.NOBITS, Section.ALLOC | Section.WRITE, 8, 0, Bytes.EMPTY, 4096, List.of());
        var symbols = List.of(
                new Symbol("", Symbol.LOCAL, Symbol.SECTION, Symbol.DEFAULT_VISIBILITY, 0, 0, 0),
                new Symbol("f", Symbol.GLOBAL, Symbol.FUNCTION, Symbol.HIDDEN, 0, 0, 5),
                new Symbol("_printk", Symbol.GLOBAL, Symbol.NO_TYPE, Symbol.DEFAULT_VISIBILITY, Symbol.UNDEFINED, 0, 0),
                new Symbol("once", Symbol.WEAK, Symbol.FUNCTION, Symbol.DEFAULT_VISIBILITY, 1, 0, 3),
                new Symbol("fixed", Symbol.GLOBAL, Symbol.NO_TYPE, Symbol.DEFAULT_VISIBILITY, Symbol.ABSOLUTE, 42, 0));
        return new RelocatableObject(
                new ElfIdentity(order, 0xf7, 3, 5),
                List.of(text, once, bss),
                symbols,
                List.of(new RelocatableObject.Group("once", List.of(1))));
    }
}
