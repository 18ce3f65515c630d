package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.command.api.CommandService;
import org.latebind.headers.api.HeaderData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check",
        header = "Tell whether a deferred module fits kernels; nothing is written.",
        description = {
            "Everything that is decided before code is generated is decided, and all that does not fit is reported at "
                    + "once. What depends on which calls the optimizer leaves (symbols that the kernel does not export, "
                    + "BUILD_BUG_ON) is counted as decided at link, and with --full decided too. With --json there is "
                    + "one object a kernel.",
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind check vpoll.dko 6.1.khd 6.12.khd",
            "  latebind check vpoll.dko 6.12.khd --running --full"
        })
final class CheckCommand extends JobsCommand {
    @Option(names = "--full", description = "Do all that a link does.")
    private boolean full;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Parameters(index = "0", paramLabel = "DKO", description = "The deferred module.")
    private Path module;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "KHD", description = "The kernels' header data.")
    private List<Path> kernels = new ArrayList<>();

    CheckCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    public Integer call() {
        return kernels.stream().mapToInt(this::check).max().orElse(CommandService.BAD_USAGE);
    }

    private int check(Path kernel) {
        int status = run(job -> check(job, kernel));
        if (status != CommandService.BAD_USAGE && !isJson()) {
            tools.io().out().println(kernel.getFileName() + (status == CommandService.OK ? ": fits" : ": does not fit"));
        }
        return status;
    }

    private int check(Job job, Path kernel) {
        job.report().add("kernel", kernel.toString());
        job.input(module, "dko");
        var headers = job.input(HeaderData.class, kernel, "khd");
        running.check(headers, tools, job);
        return job.run(job.pipeline(full ? "link" : "check"), Optional.empty()).exitStatus();
    }
}
