package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "run",
        header = "Run a pipeline over files.",
        description = {
            "PIPELINE is a name from the pipelines folder, or a file that ends in .pipeline. Each FILE is opened by "
                    + "the reader of its ending and becomes an input. With -o the pipeline's output is written.",
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind run link vpoll.dko 6.1.khd -o vpoll.ko --time",
            "  latebind run ./mine.pipeline vpoll.dko 6.1.khd --dump-after bind"
        })
final class RunCommand extends JobCommand {
    @Mixin
    private RunOptions.Time time = new RunOptions.Time();

    @Mixin
    private RunOptions.DumpAfter dumpAfter = new RunOptions.DumpAfter();

    @Mixin
    private RunOptions.Variables variables = new RunOptions.Variables();

    @Mixin
    private RunOptions.Backend backend = new RunOptions.Backend();

    @Option(names = "-o", paramLabel = "FILE|DIR",
            description = "Where the pipeline's output goes; - for standard output.")
    private Path output;

    @Parameters(index = "0", paramLabel = "PIPELINE", completionCandidates = Names.OfPipelines.class,
            description = "The pipeline.")
    private String pipeline;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", description = "Its inputs.")
    private List<Path> inputs = new ArrayList<>();

    RunCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        job.checkOutput(Optional.ofNullable(output));
        var text = job.pipeline(pipeline);
        inputs.forEach(job::input);
        var ended = job.run(text, Optional.empty());
        if (ended.isOk() && output == null && !job.isDumping() && !text.outputs().isEmpty()) {
            job.report().report(Diagnostic.warning("LB9047", Position.NONE,
                            "the result of pipeline '" + text.name() + "' is not written: "
                                    + String.join(", ", text.outputs()))
                    .withHelp("name a file with -o, or a pass whose result is printed with --dump-after"));
        }
        if (ended.isOk() && output != null) {
            var writer = text.outputs().stream()
                    .flatMap(type -> tools.writerOf(type, output).stream())
                    .findFirst()
                    .orElseThrow(() -> DiagnosticException.badInput(Diagnostic.error("LB9021",
                            "no deployed bundle writes an output of pipeline '" + text.name() + "': "
                                    + String.join(", ", text.outputs()))));
            job.write(ended.result().orElseThrow(), writer, output, text.name());
        }
        return ended.exitStatus();
    }
}
