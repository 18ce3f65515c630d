package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.command.api.IngestRequest;
import org.latebind.headers.api.KernelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ingest",
        header = "Make kernel header data (.khd) from a kernel's headers.",
        description = {
            "The inputs are one installed or unpacked header tree, or the header packages (.deb) of one kernel: the "
                    + "architecture's, the common one and kbuild. Or a kernel's image or BTF alone, which gives layouts and "
                    + "enumerators. Nothing is installed. What cannot be ingested is "
                    + "reported with reason and count.",
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind ingest /usr/src/linux-headers-6.1.0-50",
            "  latebind ingest -o 6.12.khd linux-headers-6.12*.deb linux-kbuild-6.12*.deb"
        })
final class IngestCommand extends PipelineCommand {
    @Option(names = "-o", paramLabel = "FILE",
            description = "The header data, - for standard output; by default RELEASE.khd.")
    private Path output;

    @Option(names = "--btf", paramLabel = "VMLINUX",
            description = "Check every layout against this kernel's BTF, and refuse on a difference: its vmlinux or "
                    + "vmlinuz, /sys/kernel/btf/vmlinux, or a copy of the section.")
    private Path btf;

    @Option(names = "--arch", paramLabel = "NAME",
            description = "Architecture of BTF that was taken out of its kernel; every other input names its own.")
    private String architecture;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "A header tree, packages, or BTF.")
    private List<Path> inputs = new ArrayList<>();

    IngestCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        var writer = tools.writer("khd");
        job.checkOutput(Optional.ofNullable(output));
        var given = tools.resolve(inputs);
        given.forEach(CompileCommand::checkThere);
        job.input(IngestRequest.class, new IngestRequest(given, Optional.ofNullable(architecture)));
        Optional.ofNullable(btf).ifPresent(file -> job.input(file, "btf"));
        var pipeline = job.pipeline("ingest");
        // Whose kernel it is stands in the files: they are opened first, and the rest planned for its target.
        var opened = job.run(pipeline, Optional.of(KernelFiles.class));
        if (!opened.isOk()) {
            return opened.exitStatus();
        }
        var files = opened.result().orElseThrow().artifact(KernelFiles.class).orElseThrow();
        job.variable("kernel", files.architecture());
        job.input(KernelFiles.class, files);
        var ended = job.run(pipeline, Optional.of(writer.type()));
        if (ended.isOk()) {
            // By default under the name of the only result, the kernel's release.
            var target = Optional.ofNullable(output).orElse(Path.of(""));
            var result = ended.result().orElseThrow();
            job.write(result, writer, target, "kernel", unfinished -> checkLayouts(job, unfinished));
        }
        return ended.exitStatus();
    }

    private void checkLayouts(Job job, Path unfinished) {
        if (btf != null) {
            job.input(unfinished, "khd");
            job.run(tools.pipelines().pipeline("check-layouts"), Optional.empty());
        }
    }
}
