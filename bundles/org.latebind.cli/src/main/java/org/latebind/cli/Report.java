package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.latebind.command.api.CommandIo;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticPrinter;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceLines;
import org.latebind.pass.api.RunResult.PassReport;

/**
 * What came of a command or of a part of it: diagnostics, times, outputs; as text or as JSON, whose fields are
 * documented in {@code docs/json.md}.
 */
final class Report implements DiagnosticSink {
    private static final double NANOS = 1e9;
    /** More files than these are counted. */
    private static final int OUTPUTS_NAMED = 4;

    private final String command;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Path> outputs = new ArrayList<>();
    private final Map<String, Object> answers = new LinkedHashMap<>();
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
        var before = lines;
        lines = (file, line) -> source.line(file, line).or(() -> before.line(file, line));
    }

    /** Takes over the diagnostics of another report. */
    void addAll(Report other) {
        addDiagnostics(other.diagnostics, other.suppressed, other.lines);
    }

    /** The same with errors as warnings: what is wrong with something that the command can do without. */
    Report asWarnings() {
        return mapped(d -> new Diagnostic(
                Severity.WARNING, d.code(), d.message(), d.where(), d.length(), d.notes(), d.help()));
    }

    /** The same where each diagnostic names the kernel that it is about. */
    Report about(String kernel) {
        return mapped(d -> d.withNote("this is about kernel " + kernel, Position.NONE));
    }

    private Report mapped(UnaryOperator<Diagnostic> change) {
        var changed = new Report(command);
        changed.addDiagnostics(diagnostics.stream().map(change).toList(), suppressed, lines);
        changed.steps.addAll(steps);
        changed.outputs.addAll(outputs);
        changed.answers.putAll(answers);
        return changed;
    }

    /** Something that the command itself did. */
    void addStep(String name, long nanos) {
        steps.add(new Step(name, "", nanos, new TreeMap<>(), new TreeMap<>()));
    }

    void addPass(PassReport pass) {
        steps.add(new Step(pass.pass().name(), pass.pass().bundle(), pass.nanos(), pass.parts(), pass.counters()));
    }

    void addOutputs(List<Path> files) {
        outputs.addAll(files);
    }

    /** A field of the document that this command alone has. */
    void answer(String key, Object value) {
        answers.put(key, value);
    }

    /** Adds to a list that is a field of the document. */
    void addAnswer(String key, Object element) {
        @SuppressWarnings("unchecked") // nobody else puts lists under this key
        var list = (List<Object>) answers.computeIfAbsent(key, absent -> new ArrayList<>());
        list.add(element);
    }

    /** Prints everything for people to read. */
    void print(CommandIo io, boolean time, boolean quiet) {
        var style = io.terminal().colorErr() ? DiagnosticPrinter.Style.COLOR : DiagnosticPrinter.Style.PLAIN;
        var printer = new DiagnosticPrinter(lines, style);
        diagnostics.forEach(d -> io.err().print(printer.print(d)));
        if (suppressed > 0) {
            io.err().println("and " + suppressed + " more");
        }
        if (!quiet) {
            printOutputs(io);
        }
        if (time) {
            printTimes(io);
        }
    }

    private void printOutputs(CommandIo io) {
        if (outputs.size() < OUTPUTS_NAMED) {
            outputs.forEach(file -> io.err().println("wrote " + shortest(file, io.folder())));
        } else {
            var folder = shortest(outputs.getFirst().getParent(), io.folder());
            io.err().println("wrote " + outputs.size() + " files into " + folder);
        }
    }

    private static Path shortest(Path file, Path folder) {
        return file.startsWith(folder) && !file.equals(folder) ? folder.relativize(file) : file;
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

    /** The command's document. */
    Map<String, Object> document(int exitStatus) {
        var map = new LinkedHashMap<String, Object>();
        map.put("command", command);
        map.put("exitStatus", exitStatus);
        map.put("outputs", outputs.stream().map(Path::toString).toList());
        putFindings(map);
        return map;
    }

    /** The same without the command's name: of the part of the command that is about one kernel, which each diagnostic names. */
    Map<String, Object> part(int exitStatus, String kernel) {
        var map = new LinkedHashMap<String, Object>();
        map.put("exitStatus", exitStatus);
        putFindings(map);
        map.put("diagnostics", diagnostics.stream().map(diagnostic -> {
            var about = new LinkedHashMap<String, Object>(Map.of("kernel", kernel));
            about.putAll(DiagnosticJson.toMap(diagnostic));
            return about;
        }).toList());
        return map;
    }

    private void putFindings(Map<String, Object> map) {
        map.put("passes", steps.stream().map(Report::toMap).toList());
        map.put("diagnostics", diagnostics.stream().map(DiagnosticJson::toMap).toList());
        map.put("suppressedDiagnostics", suppressed);
        map.putAll(answers);
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
}
