package org.latebind.cli;

import picocli.CommandLine.Mixin;

/** A command that runs the pipeline of its own name, or another that the user names. */
abstract class PipelineCommand extends JobCommand {
    @Mixin
    private RunOptions.Time time = new RunOptions.Time();

    @Mixin
    private RunOptions.DumpAfter dumpAfter = new RunOptions.DumpAfter();

    @Mixin
    private RunOptions.OtherPipeline pipeline = new RunOptions.OtherPipeline();

    @Mixin
    private RunOptions.Variables variables = new RunOptions.Variables();

    PipelineCommand(Toolbox tools) {
        super(tools);
    }
}
