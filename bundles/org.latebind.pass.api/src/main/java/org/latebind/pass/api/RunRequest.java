package org.latebind.pass.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a run starts from.
 *
 * @param inputs artefacts by key; each value is of its key's type
 * @param options for all passes; a stage's own options go first
 * @param dumpAfter names of passes after which the artefacts they produced are printed
 * @param dumps takes what is printed
 * @param cancelled asked now and then; true ends the run
 */
public record RunRequest(
        Map<ArtefactKey<?>, Object> inputs,
        Map<String, String> options,
        Set<String> dumpAfter,
        DumpSink dumps,
        Progress progress,
        BooleanSupplier cancelled) {

    /** Takes a printed artefact. */
    @FunctionalInterface
    public interface DumpSink {
        void dump(String passName, ArtefactKey<?> artefact, String text);
    }

    public RunRequest {
        inputs = Map.copyOf(inputs);
        inputs.forEach((key, value) -> key.type().cast(value));
        options = Map.copyOf(options);
        dumpAfter = Set.copyOf(dumpAfter);
        Objects.requireNonNull(dumps);
        Objects.requireNonNull(progress);
        Objects.requireNonNull(cancelled);
    }

    /** A run of nothing, to be extended. */
    public static RunRequest empty() {
        return new RunRequest(Map.of(), Map.of(), Set.of(), (p, a, t) -> {}, Progress.SILENT, () -> false);
    }

    public <T> RunRequest with(Class<T> type, T input) {
        return with(ArtefactKey.of(type), input);
    }

    public <T> RunRequest with(ArtefactKey<T> key, T input) {
        var more = new LinkedHashMap<ArtefactKey<?>, Object>(inputs);
        more.put(key, input);
        return new RunRequest(more, options, dumpAfter, dumps, progress, cancelled);
    }

    public RunRequest withOptions(Map<String, String> added) {
        var more = new LinkedHashMap<>(options);
        more.putAll(added);
        return new RunRequest(inputs, more, dumpAfter, dumps, progress, cancelled);
    }

    public RunRequest dumping(Set<String> afterPasses, DumpSink sink) {
        return new RunRequest(inputs, options, afterPasses, sink, progress, cancelled);
    }

    public RunRequest telling(Progress listener) {
        return new RunRequest(inputs, options, dumpAfter, dumps, listener, cancelled);
    }

    public RunRequest cancelledWhen(BooleanSupplier condition) {
        return new RunRequest(inputs, options, dumpAfter, dumps, progress, condition);
    }
}
