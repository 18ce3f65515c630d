package org.latebind.bind.inspect;

import java.io.IOException;
import java.util.Optional;
import org.latebind.headers.api.KernelDifferences;
import org.latebind.headers.api.KernelDifferences.Kind;
import org.latebind.pass.api.ArtifactPrinter;
import org.osgi.service.component.annotations.Component;

/**
 * Differences as text.
 *
 * <pre>
 * ~ type struct task
 *     pid: offset 0, 4 bytes -> offset 8, 4 bytes
 * - macro PRIORITY
 * + symbol kfree_sensitive
 * </pre>
 */
@Component(service = ArtifactPrinter.class)
public final class DifferencesPrinter implements ArtifactPrinter<KernelDifferences> {
    @Override
    public Class<KernelDifferences> type() {
        return KernelDifferences.class;
    }

    @Override
    public boolean print(KernelDifferences all, Optional<String> name, Appendable out) throws IOException {
        boolean found = false;
        for (var kind : Kind.values()) {
            for (var each : all.of(kind)) {
                if (name.isEmpty() || name.get().equals(each.name())) {
                    print(kind, each, out);
                    found = true;
                }
            }
        }
        if (name.isEmpty()) {
            printStatistics(all, out);
        }
        return found || name.isEmpty();
    }

    private static void print(Kind kind, KernelDifferences.Difference difference, Appendable out) throws IOException {
        out.append(switch (difference.change()) {
            case ADDED -> "+ ";
            case REMOVED -> "- ";
            case CHANGED -> "~ ";
        });
        out.append(kind.text()).append(' ').append(difference.name()).append('\n');
        for (var detail : difference.details()) {
            out.append("    ").append(detail).append('\n');
        }
    }

    @Override
    public void printStatistics(KernelDifferences all, Appendable out) throws IOException {
        out.append(all.from()).append(" -> ").append(all.to()).append(':');
        for (var kind : Kind.values()) {
            out.append(' ').append(String.valueOf(all.of(kind).size())).append(' ').append(kind.text())
                    .append(kind == Kind.DECLARATION ? "s\n" : "s,");
        }
    }
}
