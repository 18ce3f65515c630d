package org.latebind.headers.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.latebind.bytes.ByteSink;
import org.latebind.bytes.ByteSource;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.ExportedSymbol.ExportClass;

/** Section {@code symbols}: names, then for each its CRC, class, namespace and owner. */
final class SymbolTable {
    private static final int RECORD = 3 * 4;
    private static final int GPL = 1 << 31;

    private final NameTable names;
    private final ByteBuffer records;
    private final List<String> texts;

    SymbolTable(byte[] content) {
        names = new NameTable(content, 0, Sections.SYMBOLS);
        long end = names.size() + (long) RECORD * names.count();
        if (end > content.length) {
            throw Damage.in(Sections.SYMBOLS, "it ends early");
        }
        records = ByteBuffer.wrap(content, names.size(), RECORD * names.count()).slice().order(ByteOrder.LITTLE_ENDIAN);
        texts = Damage.source(content, (int) end, content.length, Sections.SYMBOLS).list(ByteSource::text);
    }

    static void write(List<ExportedSymbol> symbols, ByteSink out) {
        var sorted = symbols.stream().sorted(Comparator.comparing(ExportedSymbol::name, NameTable.order())).toList();
        var texts = sorted.stream().flatMap(s -> java.util.stream.Stream.of(s.namespace(), s.owner()))
                .distinct().sorted().toList();
        var numbers = new java.util.HashMap<String, Integer>();
        texts.forEach(text -> numbers.put(text, numbers.size()));
        NameTable.write(sorted.stream().map(ExportedSymbol::name).toList(), out);
        for (var symbol : sorted) {
            out.u32((int) symbol.crc());
            out.u32(numbers.get(symbol.namespace()) | (symbol.exportClass() == ExportClass.GPL_ONLY ? GPL : 0));
            out.u32(numbers.get(symbol.owner()));
        }
        out.list(texts, ByteSink::text);
    }

    Optional<ExportedSymbol> find(String name) {
        int index = names.find(name);
        if (index < 0) {
            return Optional.empty();
        }
        int namespace = records.getInt(index * RECORD + 4);
        return Optional.of(new ExportedSymbol(
                name,
                records.getInt(index * RECORD) & 0xFFFF_FFFFL,
                (namespace & GPL) != 0 ? ExportClass.GPL_ONLY : ExportClass.ANY_LICENCE,
                text(namespace & ~GPL),
                text(records.getInt(index * RECORD + 8))));
    }

    private String text(int number) {
        if (number < 0 || number >= texts.size()) {
            throw Damage.in(Sections.SYMBOLS, "it names a text that is not there");
        }
        return texts.get(number);
    }

    SortedSet<String> all() {
        return names.all();
    }
}
