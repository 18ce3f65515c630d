package org.latebind.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.command.api.Definition;
import org.latebind.command.api.ProgramRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

@Command(name = "cc",
        header = "Compile plain user-space C for this machine, everything bound at once.",
        description = {
            "So that public C test suites reach the front end: modules go through compile and link. The objects can "
                    + "be linked by gcc with its defaults.",
            "",
            "gcc's flags are taken: -std=gnu89 and the others, -O0 to -Os (constants are folded and functions "
                    + "inlined at every level; -O2 is the default), -w, -f... A flag that changes what the program does and that is not known is "
                    + "refused.",
        },
        footer = {"", "@|bold Example:|@", "  latebind cc -c hello.c -o hello.o && cc hello.o && ./a.out"})
final class CcCommand extends PipelineCommand {
    @Option(names = "-o", paramLabel = "FILE",
            description = "The object file, - for standard output; by default SOURCE.o.")
    private Path output;

    @Option(names = "-c", required = true, description = "Compile, do not link: all that this command does.")
    private boolean compileOnly;

    @Option(names = "-I", paramLabel = "DIR", description = "Look for headers in DIR.")
    private List<Path> includeFolders = new ArrayList<>();

    @Option(names = "-D", paramLabel = "NAME[=VALUE]", description = "Define a macro.")
    private List<String> definitions = new ArrayList<>();

    @Option(names = "-isystem", paramLabel = "DIR",
            description = "Look for headers in DIR after all -I folders; no warnings about them.")
    private List<Path> systemFolders = new ArrayList<>();

    @Option(names = "-U", paramLabel = "NAME", description = "Undefine a macro.")
    private List<String> undefined = new ArrayList<>();

    @Option(names = "--emit", paramLabel = "KIND", defaultValue = "o",
            description = "Stop at bc (bitcode), ll (LLVM IR as text) or o (object, the default).")
    private String emit;

    @Parameters(paramLabel = "SOURCE", description = "A C file.")
    private Path source;

    @Mixin
    private RunOptions.Backend backend = new RunOptions.Backend();

    @Unmatched
    private List<String> flags = new ArrayList<>();

    CcCommand(Toolbox tools) {
        super(tools);
    }

    /** Compilers say nothing when all is well. */
    @Override
    boolean saysWhatItWrote() {
        return false;
    }

    @Override
    int work(Job job) {
        var writer = tools.writer(emit);
        job.checkOutput(Optional.ofNullable(output));
        var file = tools.resolve(source);
        CompileCommand.checkThere(file);
        job.variable("arch", tools.hostArch());
        job.input(ProgramRequest.class, new ProgramRequest(
                file, tools.resolve(includeFolders), tools.resolve(systemFolders),
                definitions.stream().map(Definition::parse).toList(), undefined, flags));
        var ended = job.run(job.pipeline("cc"), Optional.of(writer.type()));
        if (ended.isOk()) {
            var target = Optional.ofNullable(output).orElse(Path.of(Toolbox.stem(file) + "." + emit));
            job.write(ended.result().orElseThrow(), writer, target, Toolbox.stem(file));
        }
        return ended.exitStatus();
    }
}
