package org.latebind.pass.api;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A service that shows artifacts of one type as text: {@code --dump-after} and {@code show}. */
@ConsumerType
public interface ArtifactPrinter<T> {
    /** The type it prints. */
    Class<T> type();

    /**
     * Prints the artifact, or of it only what {@code name} names.
     *
     * @param name an entity, field or fact; empty for all
     * @return false when there is nothing of that name; then nothing was printed
     */
    boolean print(T artifact, Optional<String> name, Appendable out) throws IOException;

    /** Names that {@link #print} knows, for a suggestion where it does not know one; by default none. */
    default Collection<String> names(T artifact) {
        return List.of();
    }

    /** Figures about the artifact, for {@code show --stats}, one a line; by default none. */
    default void printStatistics(T artifact, Appendable out) throws IOException {}

    /**
     * The licenses that the artifact's files state, for {@code show --licenses}: each with the number of its files,
     * then the files.
     *
     * @return false where the artifact carries nobody's text; then nothing was printed
     */
    default boolean printLicenses(T artifact, Appendable out) throws IOException {
        return false;
    }
}
