package org.latebind.bind.inspect;

import java.io.IOException;
import java.util.Optional;
import org.latebind.bind.unit.PreprocessedUnits;
import org.latebind.pass.api.ArtifactPrinter;
import org.osgi.service.component.annotations.Component;

/**
 * Prints units as {@code cc -E -P} does, each behind a line of its own, or one unit without that line.
 *
 * <pre>
 * /* of the headers' tokens 812233 are from event logs, 20188 processed *&#47;
 * #pragma latebind unit drv
 * static int drv_open ( struct inode * inode , ...
 * </pre>
 */
@Component(service = ArtifactPrinter.class)
public final class PreprocessedUnitsPrinter implements ArtifactPrinter<PreprocessedUnits> {
    @Override
    public Class<PreprocessedUnits> type() {
        return PreprocessedUnits.class;
    }

    @Override
    public boolean print(PreprocessedUnits units, Optional<String> name, Appendable out) throws IOException {
        boolean any = false;
        if (name.isEmpty()) {
            printStatistics(units, out);
        }
        for (var unit : units.units()) {
            if (name.isEmpty()) {
                out.append("#pragma latebind " + (unit.refused() ? "refused" : "unit") + " " + unit.name() + "\n");
            }
            if (name.isEmpty() || name.get().equals(unit.name())) {
                out.append(unit.text());
                any = true;
            }
        }
        return any;
    }

    @Override
    public void printStatistics(PreprocessedUnits units, Appendable out) throws IOException {
        out.append("/* of the headers' tokens " + units.reused() + " are from event logs, " + units.processed() + " processed */\n");
    }
}
