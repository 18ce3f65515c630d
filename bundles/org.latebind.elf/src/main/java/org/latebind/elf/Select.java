package org.latebind.elf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Parts of an object, renumbered. */
final class Select {
    private Select() {}

    /** Sections and symbols must be closed: no kept part refers to one that is not. */
    static RelocatableObject parts(RelocatableObject object, Set<Integer> sections, Set<Integer> symbols) {
        var sectionAt = renumber(object.sections().size(), sections);
        var symbolAt = renumber(object.symbols().size(), symbols);
        var keptSymbols = new ArrayList<Symbol>();
        for (int i = 0; i < symbolAt.length; i++) {
            if (symbolAt[i] >= 0) {
                var s = object.symbols().get(i);
                int section = s.isInSection() ? sectionAt[s.section()] : s.section();
                keptSymbols.add(
                        new Symbol(s.name(), s.binding(), s.type(), s.visibility(), section, s.value(), s.size()));
            }
        }
        var keptSections = new ArrayList<Section>();
        for (int i = 0; i < sectionAt.length; i++) {
            if (sectionAt[i] >= 0) {
                var section = object.sections().get(i);
                var relocations = section.relocations().stream().map(r -> renumbered(r, symbolAt)).toList();
                keptSections.add(section.withRelocations(relocations));
            }
        }
        return new RelocatableObject(object.identity(), keptSections, keptSymbols, List.of());
    }

    private static Relocation renumbered(Relocation r, int[] symbolAt) {
        return r.symbol() < 0 ? r : new Relocation(r.offset(), r.type(), symbolAt[r.symbol()], r.addend());
    }

    private static int[] renumber(int size, Set<Integer> kept) {
        var result = new int[size];
        Arrays.fill(result, -1);
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (kept.contains(i)) {
                result[i] = next++;
            }
        }
        return result;
    }
}
