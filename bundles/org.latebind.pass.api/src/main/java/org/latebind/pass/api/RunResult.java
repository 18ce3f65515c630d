package org.latebind.pass.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.SourceLines;

/**
 * How a run ended.
 *
 * @param diagnostics in the order of their reporting; bounded
 * @param suppressed how many more diagnostics there were
 * @param passes what each pass took, the failing one included
 * @param artifacts all artifacts at the end, inputs included
 * @param lines source text for the carets of the diagnostics
 */
public record RunResult(
        Outcome outcome,
        List<Diagnostic> diagnostics,
        long suppressed,
        List<PassReport> passes,
        Map<ArtifactKey<?>, Object> artifacts,
        SourceLines lines) {

    /** How a run ended. */
    public enum Outcome {
        /** Everything asked for is there. */
        OK(0),
        /** The input is well formed, but what is asked of it cannot be had. */
        REFUSED(1),
        /** An input cannot be used. */
        BAD_INPUT(2),
        /** Latebind itself failed; the diagnostic says so. */
        INTERNAL_ERROR(2),
        /** The run was no longer wanted. */
        CANCELLED(2);

        private final int exitStatus;

        Outcome(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** The exit status of a command that ends this way. */
        public int exitStatus() {
            return exitStatus;
        }
    }

    /**
     * What a pass took.
     *
     * @param nanos wall time
     * @param parts nanoseconds by part of the pass
     * @param counters what the pass counted
     */
    public record PassReport(
            PassDescription pass, long nanos, SortedMap<String, Long> parts, SortedMap<String, Long> counters) {
        public PassReport {
            Objects.requireNonNull(pass);
            parts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parts));
            counters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(counters));
        }
    }

    public RunResult {
        Objects.requireNonNull(outcome);
        diagnostics = List.copyOf(diagnostics);
        passes = List.copyOf(passes);
        artifacts = Map.copyOf(artifacts);
        Objects.requireNonNull(lines);
    }

    public boolean isOk() {
        return outcome == Outcome.OK;
    }

    /** The unnamed artifact of a type. */
    public <T> Optional<T> artifact(Class<T> type) {
        return Optional.ofNullable(artifacts.get(ArtifactKey.of(type))).map(type::cast);
    }

    /** All artifacts of a type by name. */
    public <T> SortedMap<String, T> artifacts(Class<T> type) {
        var found = new TreeMap<String, T>();
        artifacts.forEach((key, value) -> {
            if (key.type() == type) {
                found.put(key.name(), type.cast(value));
            }
        });
        return found;
    }
}
