package org.latebind.syntax.api;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a node consists of: the one description by which trees are written, read, walked and rebuilt. Its names are
 * those of the format of files, so a record may be renamed without a change of format; a test compares them with the
 * records' components in name, type and order.
 *
 * @param type the node's record
 * @param name the node's name in text
 * @param parts in the order of the record's components
 * @param maker makes a node of the values of its parts
 */
public record NodeShape<N>(Class<N> type, String name, List<Part<N, ?>> parts, Function<Object[], N> maker) {
    public NodeShape {
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
        parts = List.copyOf(parts);
        Objects.requireNonNull(maker);
    }

    /** One part of a node. */
    public record Part<N, T>(String name, PartType<T> type, Function<N, T> value) {
        public Part {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
            Objects.requireNonNull(value);
        }

        /** The part of a node of this part's shape. */
        @SuppressWarnings("unchecked")
        public T of(Object node) {
            return value.apply((N) node);
        }
    }

    public static <N, T> Part<N, T> part(String name, PartType<T> type, Function<N, T> value) {
        return new Part<>(name, type, value);
    }

    /** The part that says where a node is. */
    static <N> Part<N, Span> span(Function<N, Span> value) {
        return new Part<>("span", PartType.PLACE, value);
    }

    /** The values of a node's parts in their order. */
    public Object[] values(Object node) {
        var values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).of(node);
        }
        return values;
    }

    /**
     * A node of these values.
     *
     * @throws IllegalArgumentException when the record does not allow them
     */
    public N make(Object... values) {
        return maker.apply(values);
    }

    // ---- one factory for each number of parts, so that the compiler compares parts and constructor

    public static <N> NodeShape<N> shape(Class<N> type, String name, Make0<N> make) {
        return new NodeShape<>(type, name, List.of(), v -> make.of());
    }

    public static <N, A> NodeShape<N> shape(Class<N> type, String name, Part<N, A> a, Make1<A, N> make) {
        return new NodeShape<>(type, name, List.of(a), v -> make.of(at(v, 0)));
    }

    public static <N, A, B> NodeShape<N> shape(
            Class<N> type, String name, Part<N, A> a, Part<N, B> b, Make2<A, B, N> make) {
        return new NodeShape<>(type, name, List.of(a, b), v -> make.of(at(v, 0), at(v, 1)));
    }

    public static <N, A, B, C> NodeShape<N> shape(
            Class<N> type, String name, Part<N, A> a, Part<N, B> b, Part<N, C> c, Make3<A, B, C, N> make) {
        return new NodeShape<>(type, name, List.of(a, b, c), v -> make.of(at(v, 0), at(v, 1), at(v, 2)));
    }

    public static <N, A, B, C, D> NodeShape<N> shape(
            Class<N> type, String name, Part<N, A> a, Part<N, B> b, Part<N, C> c, Part<N, D> d,
            Make4<A, B, C, D, N> make) {
        return new NodeShape<>(type, name, List.of(a, b, c, d), v -> make.of(at(v, 0), at(v, 1), at(v, 2), at(v, 3)));
    }

    public static <N, A, B, C, D, E> NodeShape<N> shape(
            Class<N> type, String name, Part<N, A> a, Part<N, B> b, Part<N, C> c, Part<N, D> d, Part<N, E> e,
            Make5<A, B, C, D, E, N> make) {
        return new NodeShape<>(type, name, List.of(a, b, c, d, e), v -> make.of(
                at(v, 0), at(v, 1), at(v, 2), at(v, 3), at(v, 4)));
    }

    public static <N, A, B, C, D, E, F> NodeShape<N> shape(
            Class<N> type, String name, Part<N, A> a, Part<N, B> b, Part<N, C> c, Part<N, D> d, Part<N, E> e,
            Part<N, F> f, Make6<A, B, C, D, E, F, N> make) {
        return new NodeShape<>(type, name, List.of(a, b, c, d, e, f), v -> make.of(
                at(v, 0), at(v, 1), at(v, 2), at(v, 3), at(v, 4), at(v, 5)));
    }

    public static <N, A, B, C, D, E, F, G, H, I, J> NodeShape<N> shape(
            Class<N> type, String name, Part<N, A> a, Part<N, B> b, Part<N, C> c, Part<N, D> d, Part<N, E> e,
            Part<N, F> f, Part<N, G> g, Part<N, H> h, Part<N, I> i, Part<N, J> j,
            Make10<A, B, C, D, E, F, G, H, I, J, N> make) {
        return new NodeShape<>(type, name, List.of(a, b, c, d, e, f, g, h, i, j), v -> make.of(
                at(v, 0), at(v, 1), at(v, 2), at(v, 3), at(v, 4), at(v, 5), at(v, 6), at(v, 7), at(v, 8), at(v, 9)));
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Object[] values, int index) {
        return (T) values[index];
    }

    /** A constructor of no parts. */
    public interface Make0<N> {
        N of();
    }

    /** A constructor of 1 part. */
    public interface Make1<A, N> {
        N of(A a);
    }

    /** A constructor of 2 parts. */
    public interface Make2<A, B, N> {
        N of(A a, B b);
    }

    /** A constructor of 3 parts. */
    public interface Make3<A, B, C, N> {
        N of(A a, B b, C c);
    }

    /** A constructor of 4 parts. */
    public interface Make4<A, B, C, D, N> {
        N of(A a, B b, C c, D d);
    }

    /** A constructor of 5 parts. */
    public interface Make5<A, B, C, D, E, N> {
        N of(A a, B b, C c, D d, E e);
    }

    /** A constructor of 6 parts. */
    public interface Make6<A, B, C, D, E, F, N> {
        N of(A a, B b, C c, D d, E e, F f);
    }

    /** A constructor of 10 parts. */
    public interface Make10<A, B, C, D, E, F, G, H, I, J, N> {
        N of(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }
}
