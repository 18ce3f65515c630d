package org.latebind.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.command.api.CompileRequest;
import org.latebind.command.api.Definition;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
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
            "The inputs are the C files of one module, or one folder with a Kbuild, Makefile or dkms.conf. The same "
                    + "source gives the same bytes on every machine."
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind compile -o vpoll.dko vpoll.c",
            "  latebind compile ./driver"
        })
final class CompileCommand extends JobCommand {
    @Option(names = "-o", paramLabel = "FILE", description = "The deferred module; by default MODULE.dko.")
    private Path output;

    @Option(names = "--name", paramLabel = "MODULE", description = "The module's name; by default that of the input.")
    private String name;

    @Option(names = "-I", paramLabel = "DIR", description = "Look for the module's own headers in DIR.")
    private List<Path> includeFolders = new ArrayList<>();

    @Option(names = "-D", paramLabel = "NAME[=VALUE]", description = "Define a macro.")
    private List<String> definitions = new ArrayList<>();

    @Option(names = "--reference", paramLabel = "KHD",
            description = "Also tell what would not fit this kernel. Adds diagnostics, never changes the result.")
    private Path reference;

    @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "C files, or one folder.")
    private List<Path> inputs = new ArrayList<>();

    CompileCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        var writer = tools.writer("dko");
        var sources = tools.resolve(inputs);
        sources.forEach(CompileCommand::checkThere);
        job.input(CompileRequest.class, new CompileRequest(
                sources,
                Optional.ofNullable(name),
                tools.resolve(includeFolders),
                definitions.stream().map(Definition::parse).toList(),
                Optional.ofNullable(reference).map(tools::resolve)));
        var ended = job.run(job.pipeline("compile"), Optional.of(writer.type()));
        if (ended.isOk()) {
            var target = Optional.ofNullable(output).orElse(Path.of(moduleName(sources) + ".dko"));
            job.write(ended.result().orElseThrow(), writer, target, moduleName(sources));
        }
        return ended.exitStatus();
    }

    private String moduleName(List<Path> sources) {
        return Optional.ofNullable(name).orElseGet(() -> {
            var first = sources.get(0).getFileName().toString();
            int dot = first.lastIndexOf('.');
            return dot > 0 ? first.substring(0, dot) : first;
        });
    }

    static void checkThere(Path file) {
        if (!Files.exists(file)) {
            throw DiagnosticException.badInput(Diagnostic.error("LB9023", "there is no file " + file));
        }
    }
}
