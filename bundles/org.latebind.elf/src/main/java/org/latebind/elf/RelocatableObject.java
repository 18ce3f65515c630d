package org.latebind.elf;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A relocatable object ({@code ET_REL}).
 *
 * <pre>
 *   sections  0 .text    "E8 00 00 00 00"  relocations: 1 -> symbols[1], type 4, addend -4
 *   symbols   0 f        global function in section 0, value 0
 *             1 _printk  global, undefined
 * </pre>
 *
 * @param groups COMDAT groups, in file order
 */
public record RelocatableObject(
        ElfIdentity identity, List<Section> sections, List<Symbol> symbols, List<Group> groups) {

    /**
     * Sections that are kept or dropped together: only the first group of a signature counts.
     *
     * @param signature name of the symbol that identifies the group
     * @param sections indices into {@link RelocatableObject#sections()}
     */
    public record Group(String signature, List<Integer> sections) {
        public Group {
            Objects.requireNonNull(signature);
            sections = List.copyOf(sections);
        }
    }

    public RelocatableObject {
        Objects.requireNonNull(identity);
        sections = List.copyOf(sections);
        symbols = List.copyOf(symbols);
        groups = List.copyOf(groups);
    }

    /** Index of the first section of that name. */
    public OptionalInt sectionIndex(String name) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The same object with fewer parts, renumbered; groups are dissolved.
     *
     * @param sectionIndices sections to keep
     * @param symbolIndices symbols to keep: at least those that relocations of kept sections name,
     *     and none in a section that is not kept
     */
    public RelocatableObject parts(Set<Integer> sectionIndices, Set<Integer> symbolIndices) {
        return Select.parts(this, sectionIndices, symbolIndices);
    }
}
