package org.latebind.sema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.typed.api.LabelId;
import org.latebind.typed.api.Type;
import org.latebind.typed.api.TypedStatement;

/** The cases of one switch, C11 6.8.4.2. */
final class SwitchContext {
    private record Range(BigInteger high, Position at) {}

    final Type type;
    /** Regions that cannot be jumped into, open where the switch stands. */
    final int barriers;
    private final Unit unit;
    private final List<TypedStatement.SwitchCase> cases = new ArrayList<>();
    private final TreeMap<BigInteger, Range> ranges = new TreeMap<>();
    private Optional<LabelId> defaultLabel = Optional.empty();

    SwitchContext(Unit unit, Type type, int barriers) {
        this.unit = unit;
        this.type = type;
        this.barriers = barriers;
    }

    List<TypedStatement.SwitchCase> cases() {
        return cases;
    }

    Optional<LabelId> defaultLabel() {
        return defaultLabel;
    }

    void addDefault(LabelId label, Position at) {
        if (defaultLabel.isPresent()) {
            unit.reports.error(Codes.STATEMENT, at, "multiple default labels in one switch");
        }
        defaultLabel = Optional.of(label);
    }

    void add(BigInteger low, BigInteger high, LabelId label, Position at) {
        if (low.compareTo(high) > 0) {
            unit.reports.warning(Codes.STATEMENT, at, "empty case range");
            return;
        }
        var clash = overlapping(low, high);
        if (clash.isPresent()) {
            unit.reports.report(Diagnostic.error(Codes.STATEMENT, at, "duplicate case value")
                    .withNote("previously used here", clash.get().getValue().at()));
            return;
        }
        ranges.put(low, new Range(high, at));
        cases.add(new TypedStatement.SwitchCase(low, high, label));
    }

    private Optional<Map.Entry<BigInteger, Range>> overlapping(BigInteger low, BigInteger high) {
        var before = ranges.floorEntry(high);
        return before != null && before.getValue().high().compareTo(low) >= 0 ? Optional.of(before) : Optional.empty();
    }
}
