package org.latebind.ir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.PartType;
import org.latebind.syntax.api.Span;
import org.latebind.token.api.Token;

/** Reads what {@link NodePrinter} prints: only what the shapes allow can come out. */
final class NodeParser {
    /** A tree's depth, which is the reader's. */
    static final int DEEPEST = 2_000;

    private final TextCursor text;
    private final SourceFile file;
    private final List<Token> tokens;
    private final Map<Class<?>, Map<String, NodeShape<?>>> permitted = new HashMap<>();
    private int depth;

    NodeParser(TextCursor text, SourceFile file, List<Token> tokens) {
        this.text = text;
        this.file = file;
        this.tokens = tokens;
    }

    @SuppressWarnings("unchecked")
    <T> T read(PartType<T> type) {
        return (T) switch (type) {
            case PartType.Place p -> span();
            case PartType.FileToken t -> token();
            case PartType.Text t -> text.quoted();
            case PartType.Truth t -> truth();
            case PartType.Constant<?> c -> constant(c.type());
            case PartType.Constants<?> c -> constants(c.type());
            case PartType.Maybe<?> maybe -> text.accept('-') ? Optional.empty() : Optional.of(read(maybe.type()));
            case PartType.Many<?> many -> elements(many.element());
            case PartType.Nodes<?> nodes -> node(permitted(nodes.type()));
            case PartType.Shaped<?> shaped -> node(Map.of(shaped.shape().name(), shaped.shape()));
        };
    }

    private Span span() {
        int first = text.number();
        text.expect(':');
        int end = text.number();
        text.expect('@');
        int line = text.number();
        text.expect(':');
        int column = text.number();
        if (first < 0 || end < first || end > tokens.size()) {
            throw text.wrong("tokens " + first + " to " + end + " are not in the file");
        }
        return new Span(line == 0 ? Position.NONE : new Position(file, line, column), first, end);
    }

    private Token token() {
        text.expect('#');
        int index = text.number();
        if (index < 0 || index >= tokens.size()) {
            throw text.wrong("token " + index + " is not in the file");
        }
        return tokens.get(index);
    }

    private boolean truth() {
        var word = text.word();
        if (!word.equals("true") && !word.equals("false")) {
            throw text.wrong("expected true or false");
        }
        return word.equals("true");
    }

    private <E extends Enum<E>> E constant(Class<E> type) {
        var name = text.word();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw text.wrong("'" + name + "' is not a " + type.getSimpleName());
        }
    }

    private <E extends Enum<E>> Set<E> constants(Class<E> type) {
        var result = EnumSet.noneOf(type);
        text.expect('{');
        while (!text.accept('}')) {
            result.add(constant(type));
        }
        return result;
    }

    private <T> List<T> elements(PartType<T> type) {
        var result = new ArrayList<T>();
        text.expect('[');
        while (!text.accept(']')) {
            result.add(read(type));
        }
        return result;
    }

    private Object node(Map<String, NodeShape<?>> shapes) {
        if (++depth > DEEPEST) {
            throw text.wrong("nested deeper than " + DEEPEST);
        }
        text.expect('(');
        var name = text.word();
        var shape = shapes.get(name);
        if (shape == null) {
            throw text.wrong("'" + name + "' cannot be here");
        }
        // A loop: a stream's frames would end the stack before the depth does.
        var values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(shape.parts().get(i).type());
        }
        text.expect(')');
        depth--;
        try {
            return shape.make(values);
        } catch (IllegalArgumentException e) {
            throw text.wrong("not a valid " + name + ": " + e.getMessage());
        }
    }

    /** The nodes of a type by name. */
    private Map<String, NodeShape<?>> permitted(Class<?> type) {
        return permitted.computeIfAbsent(type, wanted -> {
            var shapes = new HashMap<String, NodeShape<?>>();
            NodeShapes.all().stream()
                    .filter(shape -> wanted.isAssignableFrom(shape.type()))
                    .forEach(shape -> shapes.put(shape.name(), shape));
            return shapes;
        });
    }
}
