package org.latebind.layout;

import java.util.List;
import java.util.Map;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.DataModel.BitFieldRules;
import org.latebind.target.api.DataModel.FloatFormat;
import org.latebind.target.api.DataModel.SizeAlign;
import org.latebind.target.api.VaListType;

/** A made-up target, of the kind that gcc calls LP64. */
final class Targets {
    private static final Map<BasicType, SizeAlign> TYPES = Map.ofEntries(
            type(BasicType.BOOL, 1), type(BasicType.CHAR, 1), type(BasicType.SIGNED_CHAR, 1),
            type(BasicType.UNSIGNED_CHAR, 1), type(BasicType.SHORT, 2), type(BasicType.UNSIGNED_SHORT, 2),
            type(BasicType.INT, 4), type(BasicType.UNSIGNED_INT, 4), type(BasicType.LONG, 8),
            type(BasicType.UNSIGNED_LONG, 8), type(BasicType.LONG_LONG, 8), type(BasicType.UNSIGNED_LONG_LONG, 8),
            type(BasicType.DOUBLE, 8));

    /** As on x86-64. */
    static final BitFieldRules USUAL = new BitFieldRules(true, false, false);

    /** As on Arm: what has no name counts, too. */
    static final BitFieldRules ALL_ALIGN = new BitFieldRules(true, true, true);

    private Targets() {}

    private static Map.Entry<BasicType, SizeAlign> type(BasicType type, int size) {
        return Map.entry(type, new SizeAlign(size, size));
    }

    static DataModel model(boolean littleEndian, BitFieldRules rules) {
        return new DataModel(
                littleEndian, TYPES, new SizeAlign(8, 8), 16, 16, DataModel.AS_LARGE, 1, FloatFormat.IEEE_DOUBLE,
                BasicType.UNSIGNED_LONG, BasicType.LONG, BasicType.INT, BasicType.UNSIGNED_SHORT,
                BasicType.UNSIGNED_INT, BasicType.LONG, BasicType.LONG, rules,
                new VaListType(VaListType.Kind.VOID_POINTER, "", List.of()));
    }
}
