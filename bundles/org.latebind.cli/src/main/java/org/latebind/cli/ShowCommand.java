package org.latebind.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.latebind.command.api.CommandService;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.ArtefactPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show",
        header = "Show what a .dko or .khd holds, in readable text.",
        description = "Without NAME a module whole and header data in summary; with NAME that entity, field or fact. "
                + "Exit status 1 when there is none.",
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind show vpoll.dko",
            "  latebind show vpoll.dko --stats",
            "  latebind show 6.1.khd CONFIG_SMP",
            "  latebind show 6.1.khd struct page",
            "  latebind show 6.1.khd task_struct.pid",
            "  latebind show vpoll.dko --licences"
        })
final class ShowCommand extends JobCommand {
    @Option(names = "--stats", description = "Figures instead of the content.")
    private boolean statistics;

    @Option(names = "--licences", description = "The SPDX licences of the files whose text it carries.")
    private boolean licences;

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
        var artefact = job.openForReading(reader, tools.resolve(file));
        var printer = tools.printer(reader.type()).orElseThrow(() -> DiagnosticException.badInput(
                Diagnostic.error("LB9012", "no deployed bundle shows '." + reader.extension() + "' files")));
        boolean found = print(printer, artefact);
        if (!found) {
            throw DiagnosticException.refused(
                    Diagnostic.error("LB9025", file.getFileName() + " has nothing of the name '" + String.join(" ", name) + "'")
                            .withHelp("names are written as the sources have them: list_add, 'struct page', CONFIG_SMP, linux/list.h; "
                                    + "'latebind show " + file.getFileName() + "' tells what there is"));
        }
        return CommandService.OK;
    }

    private <T> boolean print(ArtefactPrinter<T> printer, Object artefact) {
        try {
            var typed = printer.type().cast(artefact);
            if (statistics) {
                printer.printStatistics(typed, tools.io().out());
                return true;
            }
            if (licences) {
                return printer.printLicences(typed, tools.io().out());
            }
            return printer.print(typed, name.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", name)), tools.io().out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
