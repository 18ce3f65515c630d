package org.latebind.pass.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a run starts from.
 *
 * @param inputs artifacts by key; each value is of its key's type
 * @param options for all passes; a stage's own options go first
 * @param dumpAfter names of passes after which the artifacts they produced are printed
 * @param dumps takes what is printed
 * @param canceled asked now and then; true ends the run
 */
public record RunRequest(
        Map<ArtifactKey<?>, Object> inputs,
        Map<String, String> options,
        Set<String> dumpAfter,
        DumpSink dumps,
        Progress progress,
        BooleanSupplier canceled) {

    /** Takes a printed artifact. */
    @FunctionalInterface
    public interface DumpSink {
        void dump(String passName, ArtifactKey<?> artifact, String text);
    }

    public RunRequest {
        inputs = Map.copyOf(inputs);
        inputs.forEach((key, value) -> key.type().cast(value));
        options = Map.copyOf(options);
        dumpAfter = Set.copyOf(dumpAfter);
        Objects.requireNonNull(dumps);
        Objects.requireNonNull(progress);
        Objects.requireNonNull(canceled);
    }

    /** A run of nothing, to be extended. */
    public static RunRequest empty() {
        return new RunRequest(Map.of(), Map.of(), Set.of(), (p, a, t) -> {}, Progress.SILENT, () -> false);
    }

    public <T> RunRequest with(Class<T> type, T input) {
        return with(ArtifactKey.of(type), input);
    }

    public <T> RunRequest with(ArtifactKey<T> key, T input) {
        var more = new LinkedHashMap<ArtifactKey<?>, Object>(inputs);
        more.put(key, input);
        return new RunRequest(more, options, dumpAfter, dumps, progress, canceled);
    }

    public RunRequest withOptions(Map<String, String> added) {
        var more = new LinkedHashMap<>(options);
        more.putAll(added);
        return new RunRequest(inputs, more, dumpAfter, dumps, progress, canceled);
    }

    public RunRequest dumping(Set<String> afterPasses, DumpSink sink) {
        return new RunRequest(inputs, options, afterPasses, sink, progress, canceled);
    }

    public RunRequest telling(Progress listener) {
        return new RunRequest(inputs, options, dumpAfter, dumps, listener, canceled);
    }

    public RunRequest canceledWhen(BooleanSupplier condition) {
        return new RunRequest(inputs, options, dumpAfter, dumps, progress, condition);
    }
}
