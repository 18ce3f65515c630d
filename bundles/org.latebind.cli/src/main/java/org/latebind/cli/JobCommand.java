package org.latebind.cli;

/** A command whose work is one {@link Job}. */
abstract class JobCommand extends JobsCommand {
    JobCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    public final Integer call() {
        return run(this::work);
    }

    /** Does the work; the exit status unless an error was reported. */
    abstract int work(Job job);
}
