package org.latebind.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.latebind.syntax.api.NodeShape;
import org.latebind.syntax.api.NodeShapes;
import org.latebind.syntax.api.PartType;

/** Walks trees by their shapes. */
final class Nodes {
    private Nodes() {}

    /** Hands over each node below a value, and each value of a part with its type. */
    static void walk(PartType<?> type, Object value, BiConsumer<PartType<?>, Object> each) {
        each.accept(type, value);
        switch (type) {
            case PartType.Maybe<?> maybe -> ((Optional<?>) value).ifPresent(v -> walk(maybe.type(), v, each));
            case PartType.Many<?> many -> ((List<?>) value).forEach(v -> walk(many.element(), v, each));
            case PartType.Nodes<?> nodes -> parts(NodeShapes.of(value), value, each);
            case PartType.Shaped<?> shaped -> parts(shaped.shape(), value, each);
            case PartType.Constants<?> set -> ((Set<?>) value).forEach(v -> each.accept(type, v));
            default -> { }
        }
    }

    private static void parts(
            NodeShape<?> shape, Object node, BiConsumer<PartType<?>, Object> each) {
        var values = shape.values(node);
        for (int i = 0; i < values.length; i++) {
            walk(shape.parts().get(i).type(), values[i], each);
        }
    }
}
