package org.latebind.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.latebind.command.api.CommandService;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.ArtifactKey;
import org.latebind.pass.api.ArtifactReader;
import org.latebind.pass.api.ArtifactWriter;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Pipeline;
import org.latebind.pass.api.Progress;
import org.latebind.pass.api.RunRequest;
import org.latebind.pass.api.RunResult;

/** One command's work: opens inputs, runs a pipeline, writes outputs, reports. */
final class Job implements AutoCloseable {
    private static final String SUFFIX = ".pipeline";

    private final Toolbox tools;
    private final RunSettings settings;
    private final boolean json;
    private final Report report;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private RunRequest request = RunRequest.empty();

    Job(Toolbox tools, RunSettings settings, boolean json, Report report) {
        this.tools = tools;
        this.settings = settings;
        this.json = json;
        this.report = report;
        variables.putAll(settings.variables());
    }

    /** A part of this job: what this one has opened is there, too; what comes of it goes into its own report. */
    Job part(Report ofPart) {
        var part = new Job(tools, settings, json, ofPart);
        part.variables.putAll(variables);
        part.request = request;
        return part;
    }

    /** Gives the run an input that is there already. */
    <T> void input(Class<T> type, T value) {
        request = request.with(type, value);
    }

    /** Opens a file as an input; its ending may tell another format of the same thing than the usual. */
    void input(Path file, String usual) {
        open(tools.reader(file, usual), tools.resolve(file));
    }

    /** Opens a file as an input that the command itself looks at, too. */
    <T> T input(Class<T> type, Path file, String usual) {
        input(file, usual);
        return type.cast(request.inputs().get(ArtifactKey.of(type)));
    }

    /** Opens a file as one of several inputs of a type. */
    <T> void input(Class<T> type, String name, Path file, String usual) {
        var artifact = openForReading(tools.reader(file, usual), tools.resolve(file));
        request = request.with(new ArtifactKey<>(type, name), type.cast(artifact));
    }

    /** Opens a file whose ending tells its format as an input. */
    void input(Path file) {
        open(tools.reader(file), tools.resolve(file));
    }

    private <T> void open(ArtifactReader<T> reader, Path file) {
        long start = System.nanoTime();
        var artifact = openForReading(reader, file);
        reader.variables(artifact).forEach(variables::putIfAbsent);
        request = request.with(reader.type(), artifact);
        report.addStep("open " + file.getFileName(), System.nanoTime() - start);
    }

    private <T> T read(ArtifactReader<T> reader, Path file) {
        if (!Files.isRegularFile(file)) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9023",
                    Files.exists(file) ? file + " is not a file" : "there is no file " + file));
        }
        try {
            return reader.read(file, report);
        } catch (DiagnosticException e) {
            throw OtherFile.explain(e, file, reader.extension());
        } catch (IOException e) {
            throw DiagnosticException.badInput(
                    Diagnostic.error("LB9023", "cannot read " + file + ": " + e.getMessage()));
        }
    }

    /** The pipeline of the command, or the one that the user named instead; it must have a use for the settings. */
    Pipeline pipeline(String usual) {
        var pipeline = pipelineOf(settings.pipeline().orElse(usual));
        new UsedSettings(pipeline, tools.pipelines().passes()).check(settings.variables().keySet());
        return pipeline;
    }

    private Pipeline pipelineOf(String name) {
        if (!name.endsWith(SUFFIX)) {
            return tools.pipelines().pipeline(name);
        }
        var file = tools.resolve(Path.of(name));
        try {
            var stem = file.getFileName().toString();
            return tools.pipelines().parse(stem.substring(0, stem.length() - SUFFIX.length()), Files.readString(file));
        } catch (IOException e) {
            throw DiagnosticException.badInput(
                    Diagnostic.error("LB9023", "cannot read " + file + ": " + e.getMessage()));
        }
    }

    /** Runs the pipeline; empty when it did not end well, which is then reported. */
    Outcome run(Pipeline pipeline, Optional<Class<?>> until) {
        return run(pipeline, until, settings.dumpAfter());
    }

    /** The same, and prints what some passes made. */
    Outcome run(Pipeline pipeline, Optional<Class<?>> until, Set<String> dumpAfter) {
        var found = tools.pipelines().plan(pipeline, variables, until, report);
        if (found.isEmpty()) {
            return new Outcome(CommandService.BAD_USAGE, Optional.empty());
        }
        // Its passes stay until the command is done: results may still ask them.
        var plan = found.get();
        opened.add(plan);
        try (var progress = new ConsoleProgress(tools.io().err())) {
            var full = request
                    .withOptions(variables)
                    .dumping(dumpAfter, this::dump)
                    .telling(tools.io().terminal().progress() ? progress : Progress.SILENT);
            var result = plan.run(full);
            report.addDiagnostics(result.diagnostics(), result.suppressed(), result.lines());
            result.passes().forEach(report::addPass);
            return new Outcome(result.outcome().exitStatus(), Optional.of(result));
        }
    }

    /** How a run ended; without a result it did not begin. */
    record Outcome(int exitStatus, Optional<RunResult> result) {
        boolean isOk() {
            return exitStatus == CommandService.OK;
        }
    }

    private void dump(String pass, ArtifactKey<?> key, String text) {
        if (json) {
            var dump = new LinkedHashMap<String, Object>();
            dump.put("pass", pass);
            dump.put("artifact", key.toString());
            dump.put("text", text);
            report.addAnswer("dumps", dump);
            return;
        }
        tools.io().out().println("# " + key + " after " + pass);
        tools.io().out().print(text);
    }

    /**
     * Writes all artifacts of the writer's type.
     *
     * @param target a file for the only one, {@code -} for standard output, or a folder that exists
     * @param stem name of the file in a folder of an artifact that has no name
     */
    void write(RunResult result, ArtifactWriter<?> writer, Path target, String stem) {
        write(result, writer, target, stem, unfinished -> { });
    }

    /**
     * Writes all artifacts of the writer's type once they have been looked at.
     *
     * @param check told of each file before it has its name; an error that it reports leaves nothing written
     */
    void write(RunResult result, ArtifactWriter<?> writer, Path target, String stem, Consumer<Path> check) {
        long start = System.nanoTime();
        SortedMap<String, ?> artifacts = result.artifacts(writer.type());
        boolean standardOutput = isStandardOutput(target);
        var file = tools.resolve(target);
        boolean folder = !standardOutput && Files.isDirectory(file);
        if (artifacts.size() > 1 && !folder) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9024",
                            artifacts.size() + " results do not fit into one file " + target)
                    .withHelp("give -o a folder that exists; the results are: "
                            + String.join(", ", artifacts.keySet())));
        }
        try (var outputs = new OutputSet()) {
            for (var entry : artifacts.entrySet()) {
                if (standardOutput) {
                    outputs.stage(writer, entry.getValue(), tools.io().out(), report);
                } else {
                    var name = fileName(nameOf(entry.getKey(), entry.getValue(), writer).orElse(stem), writer);
                    outputs.stage(writer, entry.getValue(), folder ? file.resolve(name) : file, report);
                }
            }
            if (!report.hasErrors()) {
                outputs.unfinished().forEach(check);
            }
            if (!report.hasErrors()) {
                outputs.commit();
            }
            report.addOutputs(outputs.written());
        }
        report.addStep("write", System.nanoTime() - start);
    }

    private static boolean isStandardOutput(Path target) {
        return target.toString().equals("-");
    }

    /** Refuses to print anything else where the result itself goes. */
    void checkOutput(Optional<Path> target) {
        if (target.filter(Job::isStandardOutput).isPresent() && (json || !settings.dumpAfter().isEmpty())) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9044",
                            (json ? "--json" : "--dump-after") + " prints on standard output, and so does '-o -'")
                    .withHelp("give -o a file"));
        }
    }

    private static <T> Optional<String> nameOf(String key, Object artifact, ArtifactWriter<T> writer) {
        return key.isEmpty() ? writer.name(writer.type().cast(artifact)) : Optional.of(key);
    }

    /** Artifacts of a unit are named by module and object: {@code drv/main.o}. */
    private static String fileName(String artifact, ArtifactWriter<?> writer) {
        var name = artifact.replace('/', '-');
        return (name.endsWith(".o") ? name.substring(0, name.length() - 2) : name) + "." + writer.extension();
    }

    /** A variable of the pipeline's text, where the user has not set it. */
    void variable(String name, String value) {
        variables.putIfAbsent(name, value);
    }

    boolean isDumping() {
        return !settings.dumpAfter().isEmpty();
    }

    boolean isJson() {
        return json;
    }

    /** Something that prints text, and says whether there was any. */
    interface Text {
        boolean printTo(Appendable out) throws IOException;
    }

    /** Prints the command's answer: on standard output, or into the field {@code text} of the document. */
    boolean answer(Text text) {
        try {
            if (!json) {
                return text.printTo(tools.io().out());
            }
            var whole = new StringBuilder();
            boolean found = text.printTo(whole);
            if (found) {
                report.answer("text", whole.toString());
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The passes that a run would take, or empty when it could not be planned, which is then reported. */
    Optional<List<PassDescription>> plan(Pipeline pipeline) {
        return tools.pipelines().plan(pipeline, variables, Optional.empty(), report).map(plan -> {
            try (plan) {
                return plan.passes();
            }
        });
    }

    /** Opens a file that is looked at and closed with the job. */
    <T> T openForReading(ArtifactReader<T> reader, Path file) {
        var artifact = read(reader, file);
        if (artifact instanceof AutoCloseable closeable) {
            opened.add(closeable);
        }
        return artifact;
    }

    Report report() {
        return report;
    }

    /** Does some work; its exit status, which is that of errors where there are any. */
    int statusOf(IntSupplier work) {
        try {
            int status = work.getAsInt();
            return status == CommandService.OK && report.hasErrors() ? CommandService.REFUSED : status;
        } catch (DiagnosticException e) {
            report.report(e.diagnostic());
            return e.isBadInput() ? CommandService.BAD_USAGE : CommandService.REFUSED;
        }
    }

    /** Reports everything, as text or as one document. */
    void finish(int exitStatus) {
        if (json) {
            tools.io().out().print(Json.write(report.document(exitStatus)));
        } else {
            print(report);
        }
    }

    /** Prints a report for people to read. */
    void print(Report told) {
        told.print(tools.io(), settings.time(), settings.quiet());
        tools.io().out().flush();
        tools.io().err().flush();
    }

    @Override
    public void close() {
        for (var closeable : opened.reversed()) {
            try {
                closeable.close();
            } catch (Exception e) {
                System.getLogger(Job.class.getName()).log(System.Logger.Level.DEBUG, "closing an input", e);
            }
        }
    }
}
