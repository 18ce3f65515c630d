package org.latebind.ir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.bytes.ByteSource;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.PartType;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.Token;

/** Reads what {@link NodeWriter} writes: only what the shapes allow can come out. */
final class NodeReader {
    private static final int AT_FIRST = 16;

    private final ByteSource in;
    private final String[] texts;
    private final SourceFile file;
    private final List<Token> tokens;
    /** Those of the tokens that nodes point at, of which many point at the same. */
    private final Position[] positions;
    private final Map<Class<?>, Object[]> constants = new HashMap<>();
    private int first;
    private int depth;

    NodeReader(ByteSource in, String[] texts, SourceFile file, List<Token> tokens) {
        this.in = in;
        this.texts = texts;
        this.file = file;
        this.tokens = tokens;
        this.positions = new Position[tokens.size()];
    }

    @SuppressWarnings("unchecked")
    <T> T read(PartType<T> type) {
        return (T) switch (type) {
            case PartType.Place p -> place();
            case PartType.FileToken t -> tokens.get(token(first + in.step()));
            case PartType.Text t -> texts[in.index(texts.length, "text")];
            case PartType.Truth t -> in.index(2, "truth") == 1;
            case PartType.Constant<?> c -> constant(c.type());
            case PartType.Constants<?> c -> constants(c.type());
            case PartType.Maybe<?> maybe ->
                    in.index(2, "option") == 1 ? Optional.of(read(maybe.type())) : Optional.empty();
            case PartType.Many<?> many -> many(many.element());
            case PartType.Nodes<?> nodes -> node(nodes.type());
            case PartType.Shaped<?> shaped -> node(shaped.shape());
        };
    }

    private int token(int index) {
        if (index < 0 || index >= tokens.size()) {
            throw new DamagedContentException("token " + index + " is not in the file");
        }
        return index;
    }

    private Span place() {
        first += in.step();
        int length = in.index(Integer.MAX_VALUE, "length");
        if (first < 0 || first > tokens.size() || length < 0 || length > tokens.size() - first) {
            throw new DamagedContentException("a place is not in the file");
        }
        return new Span(position(), first, first + length);
    }

    private Position position() {
        int code = in.index(Integer.MAX_VALUE, "place");
        if (code == NodeWriter.NOWHERE) {
            return Position.NONE;
        }
        if (code == NodeWriter.LINE_AND_COLUMN) {
            int line = in.index(Integer.MAX_VALUE, "line");
            return line == 0 ? Position.NONE : new Position(file, line, in.index(Integer.MAX_VALUE, "column"));
        }
        int token = token(first + code - NodeWriter.TOKEN);
        if (positions[token] == null) {
            positions[token] = tokens.get(token).position();
        }
        return positions[token];
    }

    private Object constant(Class<?> type) {
        var all = allOf(type);
        return all[in.index(all.length, "constant")];
    }

    private Object[] allOf(Class<?> type) {
        return constants.computeIfAbsent(type, Class::getEnumConstants);
    }

    private <E extends Enum<E>> Set<E> constants(Class<E> type) {
        var all = allOf(type);
        int bits = in.index(1 << all.length, "set");
        if (bits == 0) {
            return Set.of();
        }
        var result = EnumSet.noneOf(type);
        for (int i = 0; i < all.length; i++) {
            if ((bits >> i & 1) == 1) {
                result.add(type.cast(all[i]));
            }
        }
        return result;
    }

    private <T> List<T> many(PartType<T> type) {
        int count = in.count();
        if (count == 0) {
            return List.of();
        }
        // Each element takes at least a byte, and much more when it is a node: the list grows with what is there.
        var result = new ArrayList<T>(Math.min(count, AT_FIRST));
        for (int i = 0; i < count; i++) {
            result.add(read(type));
        }
        return List.copyOf(result);
    }

    private Object node(Class<?> type) {
        var only = NodeShapes.ofType(type);
        if (only.isPresent()) {
            return node(only.get());
        }
        var shape = NodeShapes.all().get(in.index(NodeShapes.all().size(), "node"));
        if (!type.isAssignableFrom(shape.type())) {
            throw new DamagedContentException("a " + shape.name() + " is not a " + type.getSimpleName());
        }
        return node(shape);
    }

    private Object node(NodeShape<?> shape) {
        if (++depth > NodeParser.DEEPEST) {
            throw new DamagedContentException("nested deeper than " + NodeParser.DEEPEST);
        }
        var values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(shape.parts().get(i).type());
        }
        depth--;
        try {
            return shape.make(values);
        } catch (IllegalArgumentException e) {
            throw new DamagedContentException("not a valid " + shape.name() + ": " + e.getMessage());
        }
    }
}
