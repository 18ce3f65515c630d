package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latebind.command.api.CommandService;
import org.latebind.headers.api.HeaderData;
import org.latebind.pass.api.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check",
        header = "Check whether a deferred module fits kernels; nothing is written.",
        description = {
            "Everything that binding, type checking, layout and constant evaluation decide is decided, and all that "
                    + "does not fit is reported at once. No code is generated: what depends on which calls the "
                    + "optimizer leaves (symbols that the kernel does not export, BUILD_BUG_ON) is counted as decided at "
                    + "link; --full decides it, too. With --json the document has one entry for each kernel.",
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind check vpoll.dko 6.1.khd 6.12.khd",
            "  latebind check vpoll.dko 6.12.khd --running --full"
        })
final class CheckCommand extends PipelineCommand {
    @Option(names = "--full", description = "Do all that a link does.")
    private boolean full;

    @Mixin
    private RunOptions.Backend backend = new RunOptions.Backend();

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
    int work(Job job) {
        Swapped.check(module, kernels.getFirst(), "check");
        var pipeline = job.pipeline(full ? "link" : "check");
        job.report().answer("module", module.toString());
        job.input(module, "dko");
        int status = CommandService.OK;
        for (var kernel : kernels) {
            status = Math.max(status, check(job, pipeline, kernel));
        }
        return status;
    }

    /** One kernel: what comes of it is printed at once, or put into the document. */
    private int check(Job job, Pipeline pipeline, Path kernel) {
        var report = new Report("check");
        try (var part = job.part(report)) {
            int status = part.statusOf(() -> checkPart(part, pipeline, kernel));
            var name = kernel.getFileName().toString();
            var verdict = Verdict.of(status).text();
            if (job.isJson()) {
                report.answer("verdict", verdict);
                job.report().addAnswer("kernels", report.part(status, name));
                return status;
            }
            part.print(kernels.size() > 1 ? report.about(name) : report);
            tools.io().out().println(name + ": " + verdict);
            return status;
        }
    }

    private int checkPart(Job part, Pipeline pipeline, Path kernel) {
        part.report().answer("file", kernel.toString());
        var headers = part.input(HeaderData.class, kernel, "khd");
        part.report().answer("release", headers.identity().release());
        running.check(headers, tools, part);
        return part.run(pipeline, Optional.empty()).exitStatus();
    }

    /** What is said of one kernel; the reasons are its diagnostics. */
    private enum Verdict {
        FITS,
        DOES_NOT_FIT,
        CANNOT_BE_CHECKED;

        static Verdict of(int status) {
            return switch (status) {
                case CommandService.OK -> FITS;
                case CommandService.REFUSED -> DOES_NOT_FIT;
                default -> CANNOT_BE_CHECKED;
            };
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
