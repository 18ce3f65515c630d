package org.latebind.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.latebind.command.api.CommandService;
import org.latebind.command.api.CompileRequest;
import org.latebind.command.api.CompileRequest.ForcedHeader;
import org.latebind.command.api.CompileRequest.OtherFolder;
import org.latebind.command.api.Definition;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.ArtifactWriter;
import org.latebind.pass.api.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compile",
        header = "Compile a module's C into a deferred module (.dko), for every kernel at once.",
        description = {
            "Everything that the module's own source decides is decided now; everything that a kernel's headers "
                    + "decide stays symbolic, and no kernel needs to be at hand. Syntax errors, and type errors in "
                    + "which no kernel entity takes part, are reported.",
            "",
            "The inputs are the C files of one module, or one folder with a Kbuild file or Makefile. The same "
                    + "source gives the same bytes on every machine."
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind compile -o vpoll.dko vpoll.c",
            "  latebind compile ./driver"
        })
final class CompileCommand extends PipelineCommand {
    @Option(names = "-o", paramLabel = "FILE",
            description = "The deferred module, - for standard output; by default MODULE.dko.")
    private Path output;

    @Option(names = "--name", paramLabel = "MODULE", description = "The module's name; by default that of the input.")
    private String name;

    @Option(names = "-I", paramLabel = "DIR", description = "Look for the module's own headers in DIR.")
    private List<Path> includeFolders = new ArrayList<>();

    @Option(names = "-iquote", paramLabel = "DIR", description = "Look there first, for quoted includes only.")
    private List<Path> quoteFolders = new ArrayList<>();

    @Option(names = "-isystem", paramLabel = "DIR", description = "Look there after the folders of -I.")
    private List<Path> systemFolders = new ArrayList<>();

    @Option(names = "-idirafter", paramLabel = "DIR", description = "Look there last.")
    private List<Path> lastFolders = new ArrayList<>();

    @Option(names = "-include", paramLabel = "FILE", description = "Include a header before a C file's first line.")
    private List<String> forcedHeaders = new ArrayList<>();

    @Option(names = "-D", paramLabel = "NAME[=VALUE]", description = "Define a macro.")
    private List<String> definitions = new ArrayList<>();

    @Option(names = "--reference", paramLabel = "KHD",
            description = "Also report what does not fit this kernel. Adds diagnostics, never changes the result.")
    private Path reference;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "C files, or one folder.")
    private List<Path> inputs = new ArrayList<>();

    CompileCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        job.checkOutput(Optional.ofNullable(output));
        var writer = tools.writer("dko");
        var sources = tools.resolve(inputs);
        sources.forEach(CompileCommand::checkThere);
        try (var check = new Job(tools, RunSettings.NONE, false, new Report("check"))) {
            Optional.ofNullable(reference).ifPresent(kernel -> check.input(kernel, "khd"));
            job.input(CompileRequest.class, new CompileRequest(
                    sources,
                    Optional.ofNullable(name),
                    tools.resolve(includeFolders),
                    definitions.stream().map(Definition::parse).toList(),
                    otherFolders(),
                    forcedHeaders.stream().map(this::forcedHeader).toList()));
            var ended = job.run(job.pipeline("compile"), Optional.of(writer.type()));
            int status = ended.exitStatus();
            if (ended.isOk()) {
                var made = ended.result().orElseThrow();
                status = reference == null ? status : check(writer, made, check, job);
                if (status == CommandService.OK) {
                    job.write(made, writer, Optional.ofNullable(output).orElse(Path.of("")), packageName(sources));
                }
            }
            return status;
        }
    }

    private List<OtherFolder> otherFolders() {
        return Stream.of(others("iquote", quoteFolders), others("isystem", systemFolders), others("idirafter", lastFolders))
                .flatMap(List::stream).toList();
    }

    private List<OtherFolder> others(String option, List<Path> folders) {
        return tools.resolve(folders).stream().map(folder -> new OtherFolder(option, folder)).toList();
    }

    private ForcedHeader forcedHeader(String spelling) {
        return new ForcedHeader(spelling, tools.resolve(List.of(Path.of(spelling))).getFirst());
    }

    /** Reports what a check against the reference would, as warnings: the module may fit other kernels. */
    private <T> int check(ArtifactWriter<T> writer, RunResult made, Job check, Job job) {
        made.artifact(writer.type()).ifPresent(module -> check.input(writer.type(), module));
        int status = check.run(tools.pipelines().pipeline("check"), Optional.empty()).exitStatus();
        if (status == CommandService.BAD_USAGE) {
            job.report().addAll(check.report());
            return status;
        }
        job.report().addAll(check.report().asWarnings().about(reference.getFileName().toString()));
        return CommandService.OK;
    }

    /** A name for several modules: the folder's, without the version that packages have in theirs. */
    private static String packageName(List<Path> sources) {
        var first = sources.getFirst();
        return Files.isDirectory(first)
                ? first.getFileName().toString().replaceFirst("-[0-9][^-]*$", "")
                : Toolbox.stem(first);
    }

    static void checkThere(Path file) {
        if (!Files.exists(file)) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9023", "there is no file " + file));
        }
    }
}
