package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.latebind.command.api.CommandService;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "plan",
        header = "Show which passes a pipeline would run, without running them.",
        description = {
            "Exit status 2 and the name of the capability when a stage has no provider or more than one. Variables "
                    + "of the pipeline come from the FILEs, as in a run, or from --set.",
            "",
            "Without PIPELINE: the names of the available pipelines.",
        },
        footer = {"", "@|bold Examples:|@", "  latebind plan link vpoll.dko 6.1.khd", "  latebind plan link --set arch=NAME"})
final class PlanCommand extends JobCommand {
    @Mixin
    private RunOptions.Variables variables = new RunOptions.Variables();

    @Mixin
    private RunOptions.Backend backend = new RunOptions.Backend();

    @Parameters(index = "0", arity = "0..1", paramLabel = "PIPELINE", completionCandidates = Names.OfPipelines.class,
            description = "The pipeline.")
    private String pipeline;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", description = "Inputs that give variables.")
    private List<Path> inputs = new ArrayList<>();

    PlanCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        if (pipeline == null) {
            var names = tools.pipelines().pipelines();
            job.report().answer("pipelines", names);
            if (!job.isJson()) {
                names.forEach(tools.io().out()::println);
            }
            return CommandService.OK;
        }
        var text = job.pipeline(pipeline);
        inputs.forEach(job::input);
        return job.plan(text).map(passes -> print(job, text, passes)).orElse(CommandService.BAD_USAGE);
    }

    private int print(Job job, Pipeline text, List<PassDescription> passes) {
        job.report().answer("plan", passes.stream().map(PassesCommand::toMap).toList());
        if (!job.isJson()) {
            text.inputs().forEach(type -> tools.io().out().println("input   " + type));
            passes.forEach(pass -> tools.io().out().println(PassesCommand.toLine(pass)));
            text.outputs().forEach(type -> tools.io().out().println("output  " + type));
        }
        return CommandService.OK;
    }
}
