package org.latebind.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.latebind.command.api.CommandService;
import org.latebind.headers.api.HeaderData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "link",
        header = "Link a deferred module to one kernel: the result is a module (.ko) which that kernel loads.",
        description = {
            "Types are evaluated, layouts resolved and code is generated, as if the module's source had been compiled "
                    + "against that kernel's headers. What the kernel lacks is reported at the module's line, with "
                    + "the header's evidence; then the exit status is 1 and nothing is written.",
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind link vpoll.dko 6.1.khd -o vpoll.ko",
            "  latebind link vpoll.dko 6.1.khd --running",
            "  latebind link vpoll.dko 6.1.khd --emit ll --time"
        })
final class LinkCommand extends PipelineCommand {
    @Option(names = "-o", paramLabel = "FILE|DIR",
            description = "The module, a folder for several, - for standard output; by default MODULE.ko.")
    private Path output;

    @Option(names = "--emit", paramLabel = "KIND", defaultValue = "ko", completionCandidates = Names.OfForms.class,
            description = "Stop at bc (bitcode), ll (LLVM IR as text), o (object) or ko (module, the default).")
    private String emit;

    @Mixin
    private RunOptions.Backend backend = new RunOptions.Backend();

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Parameters(index = "0", paramLabel = "DKO", description = "The deferred module.")
    private Path module;

    @Parameters(index = "1", paramLabel = "KHD", description = "The kernel's header data.")
    private Path kernel;

    LinkCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        job.checkOutput(Optional.ofNullable(output));
        Swapped.check(module, kernel, "link");
        var writer = tools.writer(emit);
        job.input(module, "dko");
        running.check(job.input(HeaderData.class, kernel, "khd"), tools, job);
        if (job.report().hasErrors()) {
            return CommandService.REFUSED;
        }
        var ended = job.run(job.pipeline("link"), Optional.of(writer.type()));
        if (ended.isOk()) {
            // In a folder each result has its own name.
            var target = Optional.ofNullable(output).orElse(Path.of(""));
            job.write(ended.result().orElseThrow(), writer, target, Toolbox.stem(module));
        }
        return ended.exitStatus();
    }
}
