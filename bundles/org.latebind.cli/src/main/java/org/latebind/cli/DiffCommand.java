package org.latebind.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.latebind.command.api.CommandService;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.KernelDifferences;
import org.latebind.pass.api.ArtefactPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "diff",
        header = "List what is different between two kernels, for a module or in all.",
        description = {
            "Types with the members that moved, macros, inline functions, prototypes, exported symbols with their CRCs, "
                    + "config. Added +, removed -, changed ~.",
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind diff 6.1.khd 6.12.khd --for vpoll.dko",
            "  latebind diff 6.1.khd 6.12.khd --stats"
        })
final class DiffCommand extends JobCommand {
    @Option(names = "--for", paramLabel = "DKO", description = "Only what this deferred module may use.")
    private Path module;

    @Option(names = "--stats", description = "Only how many of each kind.")
    private boolean statistics;

    @Parameters(index = "0", paramLabel = "FROM", description = "Header data of one kernel.")
    private Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "Header data of the other.")
    private Path to;

    DiffCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        job.input(HeaderData.class, "from", from, "khd");
        job.input(HeaderData.class, "to", to, "khd");
        Optional.ofNullable(module).ifPresent(file -> job.input(file, "dko"));
        var ended = job.run(job.pipeline("diff"), Optional.of(KernelDifferences.class));
        ended.result().flatMap(result -> result.artefact(KernelDifferences.class)).ifPresent(this::print);
        return ended.exitStatus();
    }

    private void print(KernelDifferences differences) {
        var printer = tools.printer(KernelDifferences.class).orElseThrow(() -> DiagnosticException.badInput(
                Diagnostic.error("LB9012", "no deployed bundle shows differences")));
        try {
            print(printer, differences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void print(ArtefactPrinter<T> printer, KernelDifferences differences) throws IOException {
        var typed = printer.type().cast(differences);
        if (statistics) {
            printer.printStatistics(typed, tools.io().out());
        } else {
            printer.print(typed, Optional.empty(), tools.io().out());
        }
    }
}
