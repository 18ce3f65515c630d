package org.latebind.headers.api;

import java.util.List;
import java.util.Objects;

/**
 * Input that ingestion left out, by reason: nothing is dropped silently.
 *
 * @param reason one sentence
 * @param count how many files
 * @param examples paths of the first of them
 */
public record Skipped(String reason, int count, List<String> examples) {
    public Skipped {
        Objects.requireNonNull(reason);
        examples = List.copyOf(examples);
    }
}
