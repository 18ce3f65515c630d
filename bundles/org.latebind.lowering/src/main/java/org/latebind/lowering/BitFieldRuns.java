package org.latebind.lowering;

import java.util.List;
import org.latebind.typed.api.FieldPath;
import org.latebind.typed.api.RecordId;
import org.latebind.typed.api.RecordLayout;
import org.latebind.typed.api.Type;

/**
 * Finds the bytes that a bit-field shares with its neighbors.
 *
 * <pre>
 * struct { char c; int a : 3, b : 7; int : 0; int d : 1; short s; }
 *                  \_____ run ____/              \_ run _/
 * </pre>
 */
final class BitFieldRuns {
    private final IrTypes types;

    BitFieldRuns(IrTypes types) {
        this.types = types;
    }

    /** Bits from the path's record; both ends are at bytes. */
    record Run(long firstBit, long endBit) {}

    Run runOf(FieldPath path, RecordLayout.MemberLayout field) {
        var steps = path.steps();
        int member = steps.get(steps.size() - 1);
        var record = owner(path.record(), steps);
        var definition = types.table().record(record);
        var layout = types.layouts().layout(record);
        long base = field.bitOffset() - layout.members().get(member).bitOffset();
        if (definition.union()) {
            return new Run(base, base + ((field.width() + 7L) & ~7L));
        }
        int first = member;
        while (first > 0 && isShared(definition.members().get(first - 1).width())) {
            first--;
        }
        int last = member;
        while (last + 1 < definition.members().size() && isShared(definition.members().get(last + 1).width())) {
            last++;
        }
        var lastLayout = layout.members().get(last);
        long end = (lastLayout.bitOffset() + lastLayout.width() + 7) & ~7L;
        return new Run(base + (layout.members().get(first).bitOffset() & ~7L), base + end);
    }

    // A bit-field of width zero separates; so does an ordinary member (-1).
    private static boolean isShared(int width) {
        return width > 0;
    }

    private RecordId owner(RecordId record, List<Integer> steps) {
        for (int step : steps.subList(0, steps.size() - 1)) {
            record = ((Type.Record) types.table().record(record).members().get(step).type().type()).id();
        }
        return record;
    }
}
