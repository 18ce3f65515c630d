package org.latebind.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.bytes.ByteSink;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.PartType;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.Token;

/** Writes trees as numbers; docs/dko.md has the grammar. */
final class NodeWriter {
    /** What a place points at: nothing, a line and column, or a token so many after its first. */
    static final int NOWHERE = 0;
    static final int LINE_AND_COLUMN = 1;
    static final int TOKEN = 2;

    private final ByteSink out;
    private final TextTable texts;
    private final TokenPlaces places;
    private final Map<Class<?>, Integer> numbers = new HashMap<>();
    private int first;
    private int depth;

    NodeWriter(ByteSink out, TextTable texts, TokenPlaces places) {
        this.out = out;
        this.texts = texts;
        this.places = places;
        NodeShapes.all().forEach(shape -> numbers.put(shape.type(), numbers.size()));
    }

    <T> void write(PartType<T> type, T value) {
        writeValue(type, value);
    }

    private void writeValue(PartType<?> type, Object value) {
        switch (type) {
            case PartType.Place p -> place((Span) value);
            case PartType.FileToken t -> out.signed(places.indexOf((Token) value) - first);
            case PartType.Text t -> out.number(texts.numberOf((String) value));
            case PartType.Truth t -> out.number((boolean) value ? 1 : 0);
            case PartType.Constant<?> c -> out.number(((Enum<?>) value).ordinal());
            case PartType.Constants<?> c -> out.number(bits((Set<?>) value));
            case PartType.Maybe<?> maybe -> maybe(maybe.type(), (Optional<?>) value);
            case PartType.Many<?> many -> many(many.element(), (List<?>) value);
            case PartType.Nodes<?> nodes -> node(nodes.type(), value);
            case PartType.Shaped<?> shaped -> parts(shaped.shape(), value);
        }
    }

    private void place(Span span) {
        out.signed(span.first() - first);
        first = span.first();
        out.number(span.end() - first);
        if (!span.at().isKnown()) {
            out.number(NOWHERE);
            return;
        }
        int token = places.indexAt(span.at());
        if (token >= first) {
            out.number(TOKEN + token - first);
        } else {
            out.number(LINE_AND_COLUMN);
            out.number(span.at().line());
            out.number(span.at().column());
        }
    }

    private static int bits(Set<?> constants) {
        return constants.stream().mapToInt(constant -> 1 << ((Enum<?>) constant).ordinal()).sum();
    }

    private void maybe(PartType<?> type, Optional<?> value) {
        out.number(value.isPresent() ? 1 : 0);
        value.ifPresent(v -> writeValue(type, v));
    }

    private void many(PartType<?> type, List<?> elements) {
        out.number(elements.size());
        elements.forEach(element -> writeValue(type, element));
    }

    /** A number says which node of several it is. */
    private void node(Class<?> type, Object node) {
        var shape = NodeShapes.of(node);
        if (shape.type() != type) {
            out.number(numbers.get(shape.type()));
        }
        parts(shape, node);
    }

    private void parts(NodeShape<?> shape, Object node) {
        if (++depth > NodeParser.DEEPEST) {
            throw new DamagedContentException("nested deeper than " + NodeParser.DEEPEST);
        }
        var values = shape.values(node);
        for (int i = 0; i < values.length; i++) {
            writeValue(shape.parts().get(i).type(), values[i]);
        }
        depth--;
    }
}
