package org.latebind.headers.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.latebind.syntax.api.RunOutline;
import org.latebind.token.api.HeaderLog;

/**
 * A header's event log with the declarations in it: a cache of what preprocessing and outlining the
 * header gives, for every unit whose macros agree with what was read.
 *
 * @param outlines for each fragment of the log its declarations; empty where the fragment begins or
 *     ends inside one
 */
public record HeaderEvents(HeaderLog log, List<Optional<RunOutline>> outlines) {
    public HeaderEvents {
        Objects.requireNonNull(log);
        outlines = List.copyOf(outlines);
        if (outlines.size() != log.fragments().size()) {
            throw new IllegalArgumentException("one outline for each fragment");
        }
    }
}
