package org.latebind.syntax.api;

import static org.latebind.syntax.api.NodeFamily.parts;
import static org.latebind.syntax.api.NodeShape.SPAN;
import static org.latebind.syntax.api.NodeShape.part;
import static org.latebind.syntax.api.PartType.PLACE;
import static org.latebind.syntax.api.PartType.many;
import static org.latebind.syntax.api.PartType.node;

import java.util.List;

/** The shapes of undecided conditionals around elements of one type. */
final class ChoiceShapes<N> implements NodeFamily {
    private final NodeShape<Choice.Branch<N>> branch;
    private final NodeShape<Choice<N>> choice;

    private ChoiceShapes(Class<N> element) {
        branch = shape(raw(Choice.Branch.class), "Branch",
                part("directive", PLACE), part("elements", many(node(element))));
        choice = shape(raw(Choice.class), "Choice", SPAN, part("branches", many(new PartType.Shaped<>(branch))));
    }

    static <N> PartType<Choice<N>> choice(Class<N> element) {
        return new PartType.Shaped<>(new ChoiceShapes<>(element).choice);
    }

    /** The class of a generic record, which has no literal. */
    @SuppressWarnings("unchecked")
    private static <T> Class<T> raw(Class<?> type) {
        return (Class<T>) type;
    }

    @Override
    public List<NodeShape<?>> shapes() {
        return List.of(choice, branch);
    }

    @Override
    public Object[] values(Object node) {
        return switch (node) {
            case Choice<?> n -> parts(n.span(), n.branches());
            case Choice.Branch<?> n -> parts(n.directive(), n.elements());
            default -> throw new IllegalArgumentException("not of these: " + node.getClass());
        };
    }

    @Override
    public Object make(String name, NodeShape.Values v) {
        return switch (name) {
            case "Choice" -> new Choice<>(v.next(), v.<List<Choice.Branch<N>>>next());
            case "Branch" -> new Choice.Branch<>(v.next(), v.<List<N>>next());
            default -> throw new IllegalArgumentException("not of these: " + name);
        };
    }
}
