package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.latebind.command.api.CommandIo;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticPrinter;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceLines;
import org.latebind.pass.api.RunResult.PassReport;

/** What a command tells at its end: diagnostics, times, outputs; as text or as JSON. */
final class Report implements DiagnosticSink {
    private static final double NANOS = 1e9;

    private final String command;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Path> outputs = new ArrayList<>();
    private final Map<String, Object> more = new LinkedHashMap<>();
    private long suppressed;
    private SourceLines lines = (file, line) -> Optional.empty();

    private record Step(
            String name, String bundle, long nanos, SortedMap<String, Long> parts, SortedMap<String, Long> counters) {}

    Report(String command) {
        this.command = command;
    }

    @Override
    public synchronized void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    void addDiagnostics(List<Diagnostic> reported, long unreported, SourceLines source) {
        diagnostics.addAll(reported);
        suppressed += unreported;
        lines = source;
    }

    /** Something that the command itself did. */
    void addStep(String name, long nanos) {
        steps.add(new Step(name, "", nanos, new java.util.TreeMap<>(), new java.util.TreeMap<>()));
    }

    void addPass(PassReport pass) {
        steps.add(new Step(pass.pass().name(), pass.pass().bundle(), pass.nanos(), pass.parts(), pass.counters()));
    }

    void addOutputs(List<Path> files) {
        outputs.addAll(files);
    }

    /** A further entry of the JSON object. */
    void add(String key, Object value) {
        more.put(key, value);
    }

    void print(CommandIo io, boolean json, boolean time, int exitStatus) {
        if (json) {
            io.out().print(Json.write(toMap(exitStatus)));
        } else {
            printDiagnostics(io);
        }
        if (time && !json) {
            printTimes(io);
        }
        io.out().flush();
        io.err().flush();
    }

    private void printDiagnostics(CommandIo io) {
        var printer = new DiagnosticPrinter(lines);
        diagnostics.forEach(d -> io.err().print(printer.print(d)));
        if (suppressed > 0) {
            io.err().println("and " + suppressed + " more");
        }
    }

    private void printTimes(CommandIo io) {
        long all = steps.stream().mapToLong(Step::nanos).sum();
        for (var step : steps) {
            line(io, step.nanos(), step.name());
            step.parts().forEach((part, nanos) -> line(io, nanos, "  " + step.name() + ": " + part));
            step.counters().forEach((what, count) ->
                    io.err().printf(Locale.ROOT, "%9d    %s: %s%n", count, step.name(), what));
        }
        line(io, all, "total");
    }

    private static void line(CommandIo io, long nanos, String what) {
        io.err().printf(Locale.ROOT, "%9.4f s  %s%n", nanos / NANOS, what);
    }

    private Map<String, Object> toMap(int exitStatus) {
        var map = new LinkedHashMap<String, Object>();
        map.put("command", command);
        map.put("exitStatus", exitStatus);
        map.put("outputs", outputs.stream().map(Path::toString).toList());
        map.put("passes", steps.stream().map(Report::toMap).toList());
        map.put("diagnostics", diagnostics.stream().map(Report::toMap).toList());
        map.put("suppressedDiagnostics", suppressed);
        map.putAll(more);
        return map;
    }

    private static Map<String, Object> toMap(Step step) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", step.name());
        map.put("bundle", step.bundle());
        map.put("seconds", step.nanos() / NANOS);
        var parts = new LinkedHashMap<String, Object>();
        step.parts().forEach((part, nanos) -> parts.put(part, nanos / NANOS));
        map.put("parts", parts);
        map.put("counters", step.counters());
        return map;
    }

    private static Map<String, Object> toMap(Diagnostic diagnostic) {
        var map = new LinkedHashMap<String, Object>();
        map.put("severity", diagnostic.severity().label());
        map.put("code", diagnostic.code());
        map.put("message", diagnostic.message());
        if (diagnostic.where().isKnown()) {
            map.put("where", diagnostic.where().toString());
        }
        map.put("notes", diagnostic.notes().stream()
                .map(n -> n.where().isKnown() ? n.where() + ": " + n.message() : n.message())
                .toList());
        diagnostic.help().ifPresent(help -> map.put("help", help));
        return map;
    }
}
