package org.latebind.fuzzing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceLines;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.Progress;
import org.latebind.pass.api.RunContext;

/** One run of some passes, as long as no error was reported. */
final class SimpleRun implements RunContext {
    private final Map<Class<?>, SortedMap<String, Object>> artifacts = new HashMap<>();
    private boolean failed;

    <T> SimpleRun with(Class<T> type, T artifact) {
        put(type, artifact);
        return this;
    }

    SimpleRun then(Pass pass) {
        if (!failed) {
            pass.run(this);
        }
        return this;
    }

    @Override
    public <T> T get(Class<T> type) {
        return find(type).orElseThrow();
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return all(type).values().stream().findFirst();
    }

    @Override
    public <T> SortedMap<String, T> all(Class<T> type) {
        var all = new TreeMap<String, T>();
        artifacts.getOrDefault(type, new TreeMap<>()).forEach((name, artifact) -> all.put(name, type.cast(artifact)));
        return all;
    }

    @Override
    public <T> void put(Class<T> type, String name, T artifact) {
        artifacts.computeIfAbsent(type, t -> new TreeMap<>()).put(name, artifact);
    }

    @Override
    public DiagnosticSink diagnostics() {
        return this::told;
    }

    private void told(Diagnostic diagnostic) {
        failed |= diagnostic.severity() == Severity.ERROR;
    }

    @Override
    public void offerSourceLines(SourceLines lines) {}

    @Override
    public Optional<String> option(String name) {
        return Optional.empty();
    }

    @Override
    public Progress progress() {
        return Progress.SILENT;
    }

    @Override
    public Timing time(String part) {
        return () -> {};
    }

    @Override
    public void count(String what, long howMany) {}

    @Override
    public void checkCanceled() {}
}
