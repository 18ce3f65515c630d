package org.latebind.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.latebind.command.api.CommandService;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.ArtefactKey;
import org.latebind.pass.api.ArtefactReader;
import org.latebind.pass.api.ArtefactWriter;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Pipeline;
import org.latebind.pass.api.RunRequest;
import org.latebind.pass.api.RunResult;

/** One command's work: opens inputs, runs a pipeline, writes outputs, reports. */
final class Job implements AutoCloseable {
    private static final String SUFFIX = ".pipeline";

    private final Toolbox tools;
    private final CommonOptions common;
    private final RunOptions options;
    private final Report report;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private RunRequest request = RunRequest.empty();

    Job(String command, Toolbox tools, CommonOptions common, RunOptions options) {
        this.tools = tools;
        this.common = common;
        this.options = options;
        report = new Report(command);
        variables.putAll(options.settings);
        if (options.backend != null) {
            variables.put("backend", options.backend);
        }
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
        return type.cast(request.inputs().get(ArtefactKey.of(type)));
    }

    /** Opens a file as one of several inputs of a type. */
    <T> void input(Class<T> type, String name, Path file, String usual) {
        request = request.with(new ArtefactKey<>(type, name), type.cast(openForReading(tools.reader(file, usual), tools.resolve(file))));
    }

    /** Opens a file whose ending tells its format as an input. */
    void input(Path file) {
        open(tools.reader(file), tools.resolve(file));
    }

    private <T> void open(ArtefactReader<T> reader, Path file) {
        long start = System.nanoTime();
        var artefact = openForReading(reader, file);
        reader.variables(artefact).forEach(variables::putIfAbsent);
        request = request.with(reader.type(), artefact);
        report.addStep("open " + file.getFileName(), System.nanoTime() - start);
    }

    private <T> T read(ArtefactReader<T> reader, Path file) {
        if (!Files.isRegularFile(file)) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9023",
                    Files.exists(file) ? file + " is not a file" : "there is no file " + file));
        }
        try {
            return reader.read(file, report);
        } catch (IOException e) {
            throw DiagnosticException.badInput(
                    Diagnostic.error("LB9023", "cannot read " + file + ": " + e.getMessage()));
        }
    }

    /** The pipeline of the command, or the one that the user named in its place. */
    Pipeline pipeline(String usual) {
        var name = Optional.ofNullable(options.pipeline).orElse(usual);
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
                    .dumping(options.dumpAfter, this::dump)
                    .telling(tools.io().showProgress() ? progress : org.latebind.pass.api.Progress.SILENT);
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

    private void dump(String pass, ArtefactKey<?> key, String text) {
        tools.io().out().println("# " + key + " after " + pass);
        tools.io().out().print(text);
    }

    /**
     * Writes all artefacts of the writer's type.
     *
     * @param target a file for the only one, or a folder that exists
     * @param stem name of an unnamed artefact's file in a folder
     */
    void write(RunResult result, ArtefactWriter<?> writer, Path target, String stem) {
        write(result, writer, target, stem, unfinished -> { });
    }

    /**
     * Writes all artefacts of the writer's type once they have been looked at.
     *
     * @param check told of each file before it has its name; an error that it reports leaves nothing written
     */
    void write(RunResult result, ArtefactWriter<?> writer, Path target, String stem, Consumer<Path> check) {
        long start = System.nanoTime();
        SortedMap<String, ?> artefacts = result.artefacts(writer.type());
        var file = tools.resolve(target);
        boolean folder = Files.isDirectory(file);
        if (artefacts.size() > 1 && !folder) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9024",
                            artefacts.size() + " results do not go into one file " + file)
                    .withHelp("give -o a folder that exists; the results are: " + String.join(", ", artefacts.keySet())));
        }
        try (var outputs = new OutputSet()) {
            artefacts.forEach((name, artefact) -> outputs.stage(
                    writer, artefact,
                    folder ? file.resolve(fileName(name.isEmpty() ? stem : name, writer)) : file, report));
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

    /** Artefacts of a unit are named by module and object: {@code drv/main.o}. */
    private static String fileName(String artefact, ArtefactWriter<?> writer) {
        var name = artefact.replace('/', '-');
        return (name.endsWith(".o") ? name.substring(0, name.length() - 2) : name) + "." + writer.extension();
    }

    /** A variable of the pipeline's text, where the user has not set it. */
    void variable(String name, String value) {
        variables.putIfAbsent(name, value);
    }

    /** An option for the passes. */
    void option(String name, String value) {
        request = request.withOptions(Map.of(name, value));
    }

    void dumpAfter(String pass) {
        options.dumpAfter.add(pass);
    }

    boolean isJson() {
        return common.json;
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
    <T> T openForReading(ArtefactReader<T> reader, Path file) {
        var artefact = read(reader, file);
        if (artefact instanceof AutoCloseable closeable) {
            opened.add(closeable);
        }
        return artefact;
    }

    Report report() {
        return report;
    }

    /** Ends the command: everything is told, and the exit status is this. */
    int finish(int exitStatus) {
        int status = exitStatus == CommandService.OK && report.hasErrors() ? CommandService.REFUSED : exitStatus;
        report.print(tools.io(), common.json, options.time, status);
        return status;
    }

    /** Ends the command that a diagnostic has ended. */
    int fail(DiagnosticException failure) {
        report.report(failure.diagnostic());
        return finish(failure.isBadInput() ? CommandService.BAD_USAGE : CommandService.REFUSED);
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
