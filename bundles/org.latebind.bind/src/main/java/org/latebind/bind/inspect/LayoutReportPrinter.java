package org.latebind.bind.inspect;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.latebind.bind.universe.LayoutReport;
import org.latebind.pass.api.ArtifactPrinter;
import org.osgi.service.component.annotations.Component;

/**
 * Prints what was compared, what share of BTF that is, and all that was not equal.
 *
 * <pre>
 * 6.1.0-50-amd64: 4,300 of 8,500 struct names (50.6 %) equal ...
 * same name, different type: struct clk
 * </pre>
 */
@Component(service = ArtifactPrinter.class)
public final class LayoutReportPrinter implements ArtifactPrinter<LayoutReport> {
    @Override
    public Class<LayoutReport> type() {
        return LayoutReport.class;
    }

    @Override
    public boolean print(LayoutReport report, Optional<String> name, Appendable out) throws IOException {
        if (name.isPresent()) {
            return false;
        }
        list("mismatch", report.mismatches(), out);
        list("same name, different type", report.namesakes(), out);
        list("for another configuration", report.alternatives(), out);
        list("only declared in BTF", report.declared(), out);
        list("not laid out", report.unusable(), out);
        printStatistics(report, out);
        return true;
    }

    private static void list(String what, List<String> types, Appendable out) throws IOException {
        for (var type : types) {
            out.append(what).append(": ").append(type).append('\n');
        }
    }

    @Override
    public void printStatistics(LayoutReport report, Appendable out) throws IOException {
        for (var kind : report.known().keySet()) {
            int equal = report.compared().getOrDefault(kind, 0);
            int known = report.known().get(kind);
            out.append(String.format(Locale.ROOT, "%s: %,d of BTF's %,d %s names (%.1f %%) are in the headers, equal%n",
                    report.release(), equal, known, kind, 100.0 * equal / known));
        }
        out.append(String.format(Locale.ROOT,
                "%s: %,d definitions with %,d members and enumerators; %d mismatches, %d with the same name and a different type, %d for other configurations, "
                        + "%d only declared in BTF, %d not laid out%n",
                report.release(), report.definitions(), report.members(), report.mismatches().size(),
                report.namesakes().size(), report.alternatives().size(), report.declared().size(), report.unusable().size()));
        for (var entry : report.notCompared().entrySet()) {
            out.append(report.release() + ": not compared: " + entry.getValue() + " " + entry.getKey() + "\n");
        }
    }
}
