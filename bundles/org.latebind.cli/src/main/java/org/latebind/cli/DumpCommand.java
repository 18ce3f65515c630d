package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "dump",
        header = "Run a pipeline and print what one of its passes made.",
        description = "The same as: run --dump-after PASS PIPELINE FILE...",
        footer = {"", "@|bold Example:|@", "  latebind dump lower link vpoll.dko 6.1.khd"})
final class DumpCommand extends JobCommand {
    @Mixin
    private RunOptions.Time time = new RunOptions.Time();

    @Mixin
    private RunOptions.Variables variables = new RunOptions.Variables();

    @Mixin
    private RunOptions.Backend backend = new RunOptions.Backend();

    @Parameters(index = "0", paramLabel = "PASS", completionCandidates = Names.OfPasses.class,
            description = "The pass.")
    private String pass;

    @Parameters(index = "1", paramLabel = "PIPELINE", completionCandidates = Names.OfPipelines.class,
            description = "The pipeline.")
    private String pipeline;

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "FILE", description = "Its inputs.")
    private List<Path> inputs = new ArrayList<>();

    DumpCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        var text = job.pipeline(pipeline);
        inputs.forEach(job::input);
        return job.run(text, Optional.empty(), Set.of(pass)).exitStatus();
    }
}
