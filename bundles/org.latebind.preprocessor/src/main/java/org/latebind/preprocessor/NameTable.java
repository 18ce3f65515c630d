package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All identifiers a translation unit has met; one {@link Name} each, found by spelling. */
final class NameTable {
    private Name[] table;
    private int count;

    /** @param names about how many names there will be */
    NameTable(int names) {
        table = new Name[Math.max(64, Integer.highestOneBit(names) * 4)];
    }

    Name of(String text) {
        int hash = text.hashCode();
        int mask = table.length - 1;
        int slot = (hash ^ hash >>> 16) & mask;
        while (true) {
            var name = table[slot];
            if (name == null) {
                return add(slot, text);
            }
            if (name.text == text || name.hash == hash && name.text.equals(text)) {
                return name;
            }
            slot = slot + 1 & mask;
        }
    }

    private Name add(int slot, String text) {
        var name = new Name(text);
        table[slot] = name;
        if (++count * 2 > table.length) {
            grow();
        }
        return name;
    }

    private void grow() {
        var old = table;
        table = new Name[old.length * 2];
        int mask = table.length - 1;
        for (var name : old) {
            if (name != null) {
                int slot = (name.hash ^ name.hash >>> 16) & mask;
                while (table[slot] != null) {
                    slot = slot + 1 & mask;
                }
                table[slot] = name;
            }
        }
    }

    /** Names that are macros, sorted. */
    List<Name> defined() {
        var names = new ArrayList<Name>();
        for (var name : table) {
            if (name != null && name.meaning != null) {
                names.add(name);
            }
        }
        names.sort(Comparator.comparing(name -> name.text));
        return names;
    }
}
