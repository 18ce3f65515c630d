package org.latebind.elf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds sections and symbols to an object, and drops sections. Not safe for use by several threads. */
public final class ObjectEditor {
    private final RelocatableObject original;
    private final List<Section> sections;
    private final List<Symbol> symbols;
    private final Set<Integer> dropped = new HashSet<>();
    private final Map<Integer, Integer> sectionSymbols = new HashMap<>();
    private final Map<String, Integer> globals = new HashMap<>();

    public ObjectEditor(RelocatableObject object) {
        original = object;
        sections = new ArrayList<>(object.sections());
        symbols = new ArrayList<>(object.symbols());
        for (int i = 0; i < symbols.size(); i++) {
            var symbol = symbols.get(i);
            if (symbol.type() == Symbol.SECTION && symbol.isInSection() && symbol.value() == 0) {
                sectionSymbols.putIfAbsent(symbol.section(), i);
            } else if (symbol.binding() != Symbol.LOCAL) {
                globals.put(symbol.name(), i);
            }
        }
    }

    /** Index of the new section. */
    public int add(Section section) {
        sections.add(section);
        return sections.size() - 1;
    }

    /** Index of the symbol that stands for the start of a section, made when there is none. */
    public int sectionSymbol(int section) {
        return sectionSymbols.computeIfAbsent(
                section,
                index -> {
                    symbols.add(new Symbol("", Symbol.LOCAL, Symbol.SECTION, Symbol.DEFAULT_VISIBILITY, index, 0, 0));
                    return symbols.size() - 1;
                });
    }

    /** Index of the global symbol of that name, made undefined when there is none. */
    public int global(String name) {
        return globals.computeIfAbsent(
                name,
                key -> {
                    symbols.add(new Symbol(
                            key, Symbol.GLOBAL, Symbol.NO_TYPE, Symbol.DEFAULT_VISIBILITY, Symbol.UNDEFINED, 0, 0));
                    return symbols.size() - 1;
                });
    }

    /** Drops a section and the symbols in it; no other section may refer to those. */
    public void drop(int section) {
        dropped.add(section);
    }

    public RelocatableObject build() {
        var keptSections = new HashSet<Integer>();
        for (int i = 0; i < sections.size(); i++) {
            if (!dropped.contains(i)) {
                keptSections.add(i);
            }
        }
        var keptSymbols = new HashSet<Integer>();
        for (int i = 0; i < symbols.size(); i++) {
            if (!dropped.contains(symbols.get(i).section())) {
                keptSymbols.add(i);
            }
        }
        return new RelocatableObject(original.identity(), sections, symbols, List.of())
                .parts(keptSections, keptSymbols);
    }
}
