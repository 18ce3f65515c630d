package org.latebind.headers.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.bytes.ByteSink;

/** Section {@code config}: names of the symbols that are set, then their values as names of their own. */
final class ConfigTable {
    private final NameTable names;
    private final NameTable values;

    ConfigTable(byte[] content) {
        names = new NameTable(content, 0, Sections.CONFIG);
        values = new NameTable(content, names.size(), Sections.CONFIG);
        if (values.count() != names.count()) {
            throw Damage.in(Sections.CONFIG, "names and values differ in number");
        }
    }

    static void write(SortedMap<String, String> config, ByteSink out) {
        var names = new ArrayList<>(config.keySet());
        names.sort(NameTable.order());
        List<String> values = names.stream().map(config::get).toList();
        NameTable.write(names, out);
        NameTable.write(values, out);
    }

    Optional<String> value(String name) {
        int index = names.find(name);
        return index < 0 ? Optional.empty() : Optional.of(values.name(index));
    }

    SortedMap<String, String> all() {
        var map = new TreeMap<String, String>();
        for (int i = 0; i < names.count(); i++) {
            map.put(names.name(i), values.name(i));
        }
        return Collections.unmodifiableSortedMap(map);
    }
}
