package org.latebind.token.api;

import java.util.Objects;
import java.util.Optional;
import org.latebind.diagnostics.api.SourceFile;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds the files that include directives name; knows the search lists of module and kernel. */
@ConsumerType
public interface IncludeResolver {
    /** The file that an include directive means, or empty if there is none. */
    Optional<Found> resolve(Request request);

    /** Whether {@link #resolve} would find a file, for {@code __has_include}; need not lex it. */
    default boolean exists(Request request) {
        return resolve(request).isPresent();
    }

    /**
     * What a directive asks for.
     *
     * @param spelling between the quotes or angle brackets
     * @param angled {@code <...>}
     * @param next {@code #include_next}: go on after {@code includerSlot}
     * @param includer the file that holds the directive
     * @param includerSlot the {@link Found#slot} by which {@code includer} was found
     */
    record Request(String spelling, boolean angled, boolean next, SourceFile includer, int includerSlot) {
        public Request {
            Objects.requireNonNull(spelling);
            Objects.requireNonNull(includer);
        }
    }

    /**
     * A file that was found.
     *
     * @param slot the place in the search list it was found by, which {@code #include_next} goes on
     *     from; {@link #NO_SLOT} for main files and files found beside their includer
     */
    record Found(LexedFile file, int slot) {
        public static final int NO_SLOT = -1;

        public Found {
            Objects.requireNonNull(file);
        }
    }
}
