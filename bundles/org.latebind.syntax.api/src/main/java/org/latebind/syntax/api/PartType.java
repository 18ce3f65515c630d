package org.latebind.syntax.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.latebind.token.api.Token;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a part of a node holds.
 *
 * @param <T> the values' type
 */
@ProviderType
public sealed interface PartType<T> {
    /** Where the node is. */
    record Place() implements PartType<Span> {}

    /** A token of the file, itself. */
    record FileToken() implements PartType<Token> {}

    /** A name or other text. */
    record Text() implements PartType<String> {}

    /** True or false. */
    record Truth() implements PartType<Boolean> {}

    /** One of an enumeration's constants. */
    record Constant<E extends Enum<E>>(Class<E> type) implements PartType<E> {
        public Constant {
            Objects.requireNonNull(type);
        }
    }

    /** A set of an enumeration's constants. */
    record Constants<E extends Enum<E>>(Class<E> type) implements PartType<Set<E>> {
        public Constants {
            Objects.requireNonNull(type);
        }
    }

    /** A node of a type in {@link NodeShapes}, or of any that the sealed type permits. */
    record Nodes<N>(Class<N> type) implements PartType<N> {
        public Nodes {
            Objects.requireNonNull(type);
        }
    }

    /** A node of one shape. */
    record Shaped<N>(NodeShape<N> shape) implements PartType<N> {
        public Shaped {
            Objects.requireNonNull(shape);
        }
    }

    /** A value that may be missing. */
    record Maybe<T>(PartType<T> type) implements PartType<Optional<T>> {
        public Maybe {
            Objects.requireNonNull(type);
        }
    }

    /** Several values in order. */
    record Many<T>(PartType<T> element) implements PartType<List<T>> {
        public Many {
            Objects.requireNonNull(element);
        }
    }

    /** Whether values may be, or hold, nodes. */
    default boolean holdsNodes() {
        return switch (this) {
            case Place p -> false;
            case FileToken t -> false;
            case Text t -> false;
            case Truth t -> false;
            case Constant<?> c -> false;
            case Constants<?> c -> false;
            case Nodes<?> n -> true;
            case Shaped<?> s -> true;
            case Maybe<?> m -> m.type().holdsNodes();
            case Many<?> m -> m.element().holdsNodes();
        };
    }

    PartType<Span> PLACE = new Place();
    PartType<Token> FILE_TOKEN = new FileToken();
    PartType<String> TEXT = new Text();
    PartType<Boolean> TRUTH = new Truth();

    static <E extends Enum<E>> PartType<E> constant(Class<E> type) {
        return new Constant<>(type);
    }

    static <E extends Enum<E>> PartType<Set<E>> constants(Class<E> type) {
        return new Constants<>(type);
    }

    static <N> PartType<N> node(Class<N> type) {
        return new Nodes<>(type);
    }

    static <T> PartType<Optional<T>> maybe(PartType<T> type) {
        return new Maybe<>(type);
    }

    static <T> PartType<List<T>> many(PartType<T> element) {
        return new Many<>(element);
    }
}
