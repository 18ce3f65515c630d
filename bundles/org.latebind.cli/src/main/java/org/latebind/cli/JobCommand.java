package org.latebind.cli;

import java.util.concurrent.Callable;
import org.latebind.diagnostics.api.DiagnosticException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command whose work is a {@link Job}. */
abstract class JobCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    final Toolbox tools;

    JobCommand(Toolbox tools) {
        this.tools = tools;
    }

    @Override
    public final Integer call() {
        try (var job = new Job(spec.name(), tools, common, options)) {
            try {
                return job.finish(work(job));
            } catch (DiagnosticException e) {
                return job.fail(e);
            }
        }
    }

    /** Does the work; the exit status unless an error was reported. */
    abstract int work(Job job);
}
