package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "dump",
        header = "Run a pipeline and print what one of its passes made.",
        description = "The same as: run --dump-after PASS PIPELINE FILE...",
        footer = {"", "@|bold Example:|@", "  latebind dump lower link vpoll.dko 6.1.khd"})
final class DumpCommand extends JobCommand {
    @Parameters(index = "0", paramLabel = "PASS", completionCandidates = Names.OfPasses.class, description = "The pass.")
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
        job.dumpAfter(pass);
        return job.run(text, Optional.empty()).exitStatus();
    }
}
