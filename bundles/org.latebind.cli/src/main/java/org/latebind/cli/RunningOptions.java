package org.latebind.cli;

import java.nio.file.Path;
import org.latebind.headers.api.HeaderData;
import picocli.CommandLine.Option;

/** Options of the commands whose result is for the kernel that runs. */
final class RunningOptions {
    @Option(names = "--running",
            description = "Refuse unless the header data is of the very kernel that runs: its release, build-id and BTF "
                    + "are compared.")
    private boolean running;

    @Option(names = "--root", paramLabel = "DIR", defaultValue = "/",
            description = "Where that kernel's proc and sys are; / by default.")
    private Path root;

    /** Reports what is not equal, if the user wants that. */
    void check(HeaderData kernel, Toolbox tools, Job job) {
        if (running) {
            RunningKernel.below(tools.resolve(root)).compare(kernel.identity()).forEach(job.report()::report);
        }
    }
}
