package org.latebind.ir;

import java.util.LinkedHashMap;
import java.util.Map;
import org.latebind.bytes.ByteSink;
import org.latebind.bytes.ByteSource;
import org.latebind.token.api.SourceText;

/** Numbers for texts, in the order in which they are first met. */
final class TextTable {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int numberOf(String text) {
        return numbers.computeIfAbsent(text, t -> numbers.size());
    }

    /** Lengths and texts, each in a row: like is beside like, which compresses. */
    void write(ByteSink out) {
        out.number(numbers.size());
        var texts = new ByteSink();
        for (var text : numbers.keySet()) {
            var bytes = SourceText.encode(text);
            out.number(bytes.length);
            texts.bytes(bytes);
        }
        out.bytes(texts.toBytes());
    }

    static String[] read(ByteSource in) {
        var lengths = new int[in.count()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = in.count();
        }
        var texts = new String[lengths.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = SourceText.decode(in.bytes(lengths[i]));
        }
        return texts;
    }
}
