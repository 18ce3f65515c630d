package org.latebind.syntax.api;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The shapes of all nodes of the tree. Their order is that of the numbers by which files name them. */
public final class NodeShapes {
    private static final List<NodeShape<?>> ALL = Stream
            .of(new DeferredItemShapes(), new DeclarationShapes(), new DeclaratorShapes(), new InitializerShapes(),
                    new SpecifierShapes(), new MemberShapes(), new EnumeratorShapes(), new AttributeShapes(),
                    new StatementShapes(), new ExpressionShapes())
            .flatMap(family -> family.shapes().stream())
            .toList();
    private static final Map<Class<?>, NodeShape<?>> BY_TYPE = byType();

    private NodeShapes() {}

    private static Map<Class<?>, NodeShape<?>> byType() {
        var shapes = new HashMap<Class<?>, NodeShape<?>>();
        ALL.forEach(shape -> shapes.put(shape.type(), shape));
        return Collections.unmodifiableMap(shapes);
    }

    public static List<NodeShape<?>> all() {
        return ALL;
    }

    /** The shape of the nodes of a type that has only one. */
    public static Optional<NodeShape<?>> ofType(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /**
     * The shape of a node other than a {@link Choice}, which has as many as it has types of elements.
     *
     * @throws IllegalArgumentException when it is not a node of the tree
     */
    public static NodeShape<?> of(Object node) {
        var shape = BY_TYPE.get(node.getClass());
        if (shape == null) {
            throw new IllegalArgumentException("no shape of " + node.getClass());
        }
        return shape;
    }
}
