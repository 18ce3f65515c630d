package org.latebind.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command whose work is one {@link Job}. */
abstract class JobCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    final Toolbox tools;

    JobCommand(Toolbox tools) {
        this.tools = tools;
    }

    /** Does the job and reports what came of it; the exit status. */
    @Override
    public final Integer call() {
        try (var held = tools.hold(); var job = new Job(tools, settings(), common.json, new Report(spec.name()))) {
            int status = job.statusOf(() -> work(job));
            job.finish(status);
            return status;
        }
    }

    /** Whether a person wants to know. */
    boolean saysWhatItWrote() {
        return true;
    }

    /** Those that the command's options give. */
    private RunSettings settings() {
        return RunSettings.of(spec.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(RunOptions.class::isInstance)
                .map(RunOptions.class::cast)
                .toList())
                .quiet(common.quiet || !saysWhatItWrote());
    }

    /** Does the work; the exit status unless an error was reported. */
    abstract int work(Job job);
}
