package org.latebind.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.diagnostics.api.SourceLines;
import org.latebind.pass.api.ArtifactKey;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Progress;
import org.latebind.pass.api.RunContext;
import org.latebind.pass.api.RunRequest;
import org.latebind.pass.api.RunResult.PassReport;

/** The state of a run; the context that its passes see. */
final class RunState implements RunContext, DiagnosticSink {
    /** More than anyone reads; the rest is counted. */
    private static final int DIAGNOSTICS_KEPT = 500;

    private final RunRequest request;
    private final Map<ArtifactKey<?>, Object> artifacts = new HashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<SourceLines> lines = new ArrayList<>();
    private long suppressed;
    private boolean failed;
    private volatile boolean canceled;

    private Map<String, String> stageOptions = Map.of();
    private final Map<ArtifactKey<?>, Object> produced = new LinkedHashMap<>();
    private final SortedMap<String, Long> parts = new TreeMap<>();
    private final SortedMap<String, Long> counters = new TreeMap<>();

    RunState(RunRequest request) {
        this.request = request;
        artifacts.putAll(request.inputs());
    }

    synchronized void enter(Map<String, String> options) {
        stageOptions = options;
        produced.clear();
        parts.clear();
        counters.clear();
    }

    synchronized PassReport report(PassDescription pass, long nanos) {
        return new PassReport(pass, nanos, parts, counters);
    }

    synchronized boolean failed() {
        return failed;
    }

    /** What the pass that was entered last has put, in that order. */
    synchronized Map<ArtifactKey<?>, Object> produced() {
        return new LinkedHashMap<>(produced);
    }

    synchronized Map<ArtifactKey<?>, Object> artifacts() {
        return Map.copyOf(artifacts);
    }

    synchronized List<Diagnostic> reported() {
        return List.copyOf(diagnostics);
    }

    synchronized long suppressed() {
        return suppressed;
    }

    synchronized Optional<String> line(SourceFile file, int line) {
        return lines.stream().flatMap(source -> source.line(file, line).stream()).findFirst();
    }

    @Override
    public synchronized void report(Diagnostic diagnostic) {
        failed |= diagnostic.severity() == Severity.ERROR;
        if (diagnostics.size() < DIAGNOSTICS_KEPT) {
            diagnostics.add(diagnostic);
        } else {
            suppressed++;
        }
    }

    @Override
    public <T> T get(Class<T> type) {
        var all = all(type);
        if (all.size() != 1) {
            throw new IllegalStateException(
                    "the run has " + all.size() + " artifacts of type " + type.getName() + ", asked for the only one");
        }
        return all.get(all.firstKey());
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return all(type).isEmpty() ? Optional.empty() : Optional.of(get(type));
    }

    @Override
    public synchronized <T> SortedMap<String, T> all(Class<T> type) {
        var found = new TreeMap<String, T>();
        artifacts.forEach((key, value) -> {
            if (key.type() == type) {
                found.put(key.name(), type.cast(value));
            }
        });
        return found;
    }

    @Override
    public synchronized <T> void put(Class<T> type, String name, T artifact) {
        var key = new ArtifactKey<>(type, name);
        var value = type.cast(java.util.Objects.requireNonNull(artifact));
        artifacts.put(key, value);
        produced.put(key, value);
    }

    @Override
    public DiagnosticSink diagnostics() {
        return this;
    }

    @Override
    public synchronized void offerSourceLines(SourceLines source) {
        lines.add(source);
    }

    @Override
    public synchronized Optional<String> option(String name) {
        return Optional.ofNullable(stageOptions.getOrDefault(name, request.options().get(name)));
    }

    /** Who reports progress is in a loop over the input, and can be stopped there. */
    @Override
    public Progress progress() {
        return (what, done, total) -> {
            checkCanceled();
            request.progress().report(what, done, total);
        };
    }

    @Override
    public Timing time(String part) {
        long start = System.nanoTime();
        return () -> addPart(part, System.nanoTime() - start);
    }

    private synchronized void addPart(String part, long nanos) {
        parts.merge(part, nanos, Long::sum);
    }

    @Override
    public synchronized void count(String what, long howMany) {
        counters.merge(what, howMany, Long::sum);
    }

    /** Ends the run at the next place where a pass can be stopped. */
    void cancel() {
        canceled = true;
    }

    @Override
    public void checkCanceled() {
        if (canceled || request.canceled().getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }
}
