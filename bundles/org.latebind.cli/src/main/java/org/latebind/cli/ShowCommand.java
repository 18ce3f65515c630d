package org.latebind.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.latebind.command.api.CommandService;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Spelling;
import org.latebind.pass.api.ArtifactPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show",
        header = "Show what a .dko or .khd holds, in readable text.",
        description = "Without NAME, shows a whole module, or a summary of header data; with NAME, what has that name. "
                + "Exit status 1 when nothing has it.",
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind show vpoll.dko",
            "  latebind show vpoll.dko --stats",
            "  latebind show 6.1.khd CONFIG_SMP",
            "  latebind show 6.1.khd struct page",
            "  latebind show 6.1.khd task_struct.pid",
            "  latebind show vpoll.dko --licenses"
        })
final class ShowCommand extends JobCommand {
    @Option(names = "--stats", description = "Show figures instead of the content.")
    private boolean statistics;

    @Option(names = "--licenses", description = "Show the SPDX licenses of the files whose text it carries.")
    private boolean licenses;

    /** As it was spelled before. */
    @Option(names = "--licences", hidden = true)
    private boolean oldSpelling;

    @Parameters(index = "0", paramLabel = "FILE", description = "A deferred module or header data.")
    private Path file;

    @Parameters(index = "1", arity = "0..2", paramLabel = "[NAME]", hideParamSyntax = true,
            description = "What to show of it: a name, or a tag with struct, union or enum before it.")
    private List<String> name = List.of();

    ShowCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int work(Job job) {
        var reader = tools.reader(file);
        var artifact = job.openForReading(reader, tools.resolve(file));
        var printer = tools.printer(reader.type()).orElseThrow(() -> DiagnosticException.badInput(
                Diagnostic.error("LB9012", "no deployed bundle shows '." + reader.extension() + "' files")));
        job.report().answer("file", file.toString());
        asked().ifPresent(asked -> job.report().answer("name", asked));
        if (!job.answer(out -> print(printer, artifact, out))) {
            throw DiagnosticException.refused(absent(printer, artifact));
        }
        return CommandService.OK;
    }

    private Optional<String> asked() {
        return name.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", name));
    }

    private <T> Diagnostic absent(ArtifactPrinter<T> printer, Object artifact) {
        if (asked().isEmpty()) {
            return Diagnostic.error("LB9025", file.getFileName() + " states no licenses: it carries nobody's text");
        }
        var asked = asked().get();
        var near = Spelling.nearest(asked, printer.names(printer.type().cast(artifact)));
        return Diagnostic.error("LB9025", file.getFileName() + " has nothing called '" + asked + "'")
                .withHelp(near.map(s -> "did you mean '" + s + "'?").orElse(
                        "write names as the sources do: list_add, 'struct page', CONFIG_SMP, linux/list.h; "
                                + "'latebind show " + file.getFileName() + "' lists what there is"));
    }

    private <T> boolean print(ArtifactPrinter<T> printer, Object artifact, Appendable out) throws IOException {
        var typed = printer.type().cast(artifact);
        if (statistics) {
            printer.printStatistics(typed, out);
            return true;
        }
        return licenses || oldSpelling ? printer.printLicenses(typed, out) : printer.print(typed, asked(), out);
    }
}
