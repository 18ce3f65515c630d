package org.latebind.syntax.api;

import java.util.List;
import java.util.Objects;

/**
 * What a node consists of: the one description by which trees are written, read, walked and rebuilt. Names and order
 * are those of the format of files; a test compares them with the records, so that a record cannot be changed without
 * the format being thought of.
 *
 * @param type the node's record
 * @param name the node's name in text
 * @param parts in the order of the record's components
 * @param family takes nodes apart and puts them together
 */
public record NodeShape<N>(Class<N> type, String name, List<Part> parts, NodeFamily family) {
    /** The part that says where a node is. */
    static final Part SPAN = new Part("span", PartType.PLACE);

    public NodeShape {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
        parts = List.copyOf(parts);
        Objects.requireNonNull(family);
    }

    /** One part of a node. */
    public record Part(String name, PartType<?> type) {
        public Part {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
        }
    }

    public static Part part(String name, PartType<?> type) {
        return new Part(name, type);
    }

    /** The values of a node's parts in their order. */
    public Object[] values(Object node) {
        return family.values(node);
    }

    /**
     * A node of these values.
     *
     * @throws IllegalArgumentException when the record does not allow them
     */
    public N make(Object[] values) {
        return type.cast(family.make(name, new Values(values)));
    }

    /** The values of a node to be, handed out in their order; the constructor says of what type each is. */
    public static final class Values {
        private final Object[] values;
        private int at;

        private Values(Object[] values) {
            this.values = values;
        }

        @SuppressWarnings("unchecked")
        public <T> T next() {
            return (T) values[at++];
        }
    }
}
