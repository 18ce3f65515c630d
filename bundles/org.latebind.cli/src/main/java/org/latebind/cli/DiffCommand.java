package org.latebind.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.KernelDifferences;
import org.latebind.pass.api.ArtifactPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "diff",
        header = "List the differences between two kernels: all, or those that concern a module.",
        description = {
            "Compared are types (with the members that moved), macros, inline functions, prototypes, exported symbols "
                    + "(with their CRCs) and the configuration. + is added, - removed, ~ changed.",
        },
        footer = {
            "",
            "@|bold Examples:|@",
            "  latebind diff 6.1.khd 6.12.khd --for vpoll.dko",
            "  latebind diff 6.1.khd 6.12.khd --stats"
        })
final class DiffCommand extends PipelineCommand {
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
        ended.result().flatMap(result -> result.artifact(KernelDifferences.class)).ifPresent(differences -> {
            if (job.isJson()) {
                answer(differences, job.report());
            } else {
                print(differences, job);
            }
        });
        return ended.exitStatus();
    }

    private void answer(KernelDifferences differences, Report report) {
        report.answer("from", differences.from());
        report.answer("to", differences.to());
        var counts = new LinkedHashMap<String, Object>();
        differences.differences().forEach((kind, all) -> counts.put(kind.text(), all.size()));
        report.answer("counts", counts);
        if (!statistics) {
            report.answer("differences", differences.differences().entrySet().stream()
                    .flatMap(of -> of.getValue().stream().map(difference -> toMap(of.getKey(), difference)))
                    .toList());
        }
    }

    private static Map<String, Object> toMap(KernelDifferences.Kind kind, KernelDifferences.Difference difference) {
        var map = new LinkedHashMap<String, Object>();
        map.put("kind", kind.text());
        map.put("name", difference.name());
        map.put("change", difference.change().name().toLowerCase(Locale.ROOT));
        map.put("details", difference.details());
        return map;
    }

    private void print(KernelDifferences differences, Job job) {
        var printer = tools.printer(KernelDifferences.class).orElseThrow(() -> DiagnosticException.badInput(
                Diagnostic.error("LB9012", "no deployed bundle shows differences")));
        job.answer(out -> print(printer, differences, out));
    }

    private <T> boolean print(ArtifactPrinter<T> printer, KernelDifferences differences, Appendable out)
            throws IOException {
        var typed = printer.type().cast(differences);
        if (statistics) {
            printer.printStatistics(typed, out);
            return true;
        }
        return printer.print(typed, Optional.empty(), out);
    }
}
