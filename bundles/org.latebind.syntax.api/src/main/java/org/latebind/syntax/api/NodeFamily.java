package org.latebind.syntax.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Nodes that are described together: what their parts are, and how they are taken apart and put together. Written
 * out, because reflection, or a lambda for each part, would cost every link some tenths of a second.
 */
@ProviderType
public interface NodeFamily {
    /** In the order of the numbers by which files name them; no name twice. */
    List<NodeShape<?>> shapes();

    /** The values of a node's parts, in the order of its shape. */
    Object[] values(Object node);

    /**
     * A node.
     *
     * @param name of its shape
     * @throws IllegalArgumentException when its record does not allow these values
     */
    Object make(String name, NodeShape.Values values);

    /** The shape of a node of this family. */
    default <N> NodeShape<N> shape(Class<N> type, String name, NodeShape.Part... parts) {
        return new NodeShape<>(type, name, List.of(parts), this);
    }

    /** The values of a node's parts. */
    static Object[] parts(Object... values) {
        return values;
    }
}
