package org.latebind.cli;

import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.latebind.diagnostics.api.DiagnosticException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command whose work is done by {@link Job}s. */
abstract class JobsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    final Toolbox tools;

    JobsCommand(Toolbox tools) {
        this.tools = tools;
    }

    final boolean isJson() {
        return common.json;
    }

    /** Does one job and tells what came of it; the exit status. */
    final int run(ToIntFunction<Job> work) {
        try (var held = tools.hold(); var job = new Job(spec.name(), tools, common, options)) {
            try {
                return job.finish(work.applyAsInt(job));
            } catch (DiagnosticException e) {
                return job.fail(e);
            }
        }
    }
}
