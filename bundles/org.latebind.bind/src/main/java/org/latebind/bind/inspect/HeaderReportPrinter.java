package org.latebind.bind.inspect;

import java.io.IOException;
import java.util.Optional;
import org.latebind.headers.api.HeaderReport;
import org.latebind.headers.api.HeaderReport.Kind;
import org.latebind.pass.api.ArtifactPrinter;
import org.osgi.service.component.annotations.Component;

/**
 * Prints a line for each header that is not simply ingested, and the sums.
 *
 * <pre>
 * textual   include/linux/bpf_types.h  a declaration is expected here
 * refused   include/linux/dio.h  header &lt;asm/dio.h&gt; is not found
 * 6.1.0-50-amd64: 6374 headers: 6240 ingested in 31 units, 90 textual, 44 refused
 * </pre>
 */
@Component(service = ArtifactPrinter.class)
public final class HeaderReportPrinter implements ArtifactPrinter<HeaderReport> {
    @Override
    public Class<HeaderReport> type() {
        return HeaderReport.class;
    }

    @Override
    public boolean print(HeaderReport report, Optional<String> name, Appendable out) throws IOException {
        boolean any = false;
        for (var entry : report.verdicts().entrySet()) {
            var verdict = entry.getValue();
            if (name.isPresent() ? name.get().equals(entry.getKey()) : verdict.kind() != Kind.INGESTED) {
                out.append(String.format("%-9s %s  %s%n", verdict.kind().text(), entry.getKey(), verdict.reason()));
                any = true;
            }
        }
        if (name.isEmpty()) {
            printStatistics(report, out);
        }
        return any || name.isEmpty();
    }

    @Override
    public void printStatistics(HeaderReport report, Appendable out) throws IOException {
        out.append(report.release() + ": " + report.verdicts().size() + " headers: "
                + report.count(Kind.INGESTED) + " ingested in " + report.units() + " units, "
                + report.count(Kind.TEXTUAL) + " textual, " + report.count(Kind.REFUSED) + " refused\n");
    }
}
