package org.latebind.compile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.latebind.sema.api.AnalysisMode;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.PermissiveError;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.DataModel.BitFieldRules;
import org.latebind.target.api.DataModel.FloatFormat;
import org.latebind.target.api.DataModel.SizeAlign;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.LanguageSettings.GccVersion;
import org.latebind.target.api.VaListType;

/**
 * Targets for a check that has none. They differ in whatever kernels differ in (dialect, signedness of
 * {@code char}, width of {@code long} and of pointers): an error under all of them hangs on none of that.
 */
enum AssumedTarget {
    WIDE(8, false, Dialect.GNU11), NARROW(4, true, Dialect.GNU89);

    private final DataModel model;
    private final LanguageSettings language;

    AssumedTarget(int word, boolean charIsSigned, Dialect dialect) {
        boolean wide = word == 8;
        this.model = new DataModel(
                true, basicTypes(word), new SizeAlign(word, word), 16, 16, DataModel.AS_LARGE, 1, FloatFormat.IEEE_QUAD,
                wide ? BasicType.UNSIGNED_LONG : BasicType.UNSIGNED_INT,
                wide ? BasicType.LONG : BasicType.INT,
                BasicType.INT, BasicType.UNSIGNED_SHORT, BasicType.UNSIGNED_INT,
                wide ? BasicType.LONG : BasicType.LONG_LONG,
                wide ? BasicType.LONG : BasicType.INT,
                new BitFieldRules(true, false, false),
                new VaListType(VaListType.Kind.VOID_POINTER, "", List.of()));
        this.language = new LanguageSettings(
                dialect, new GccVersion(12, 2, 0), charIsSigned, true, true, true, true, true, false, true, true, false,
                false);
    }

    /**
     * How a unit is analyzed for this target. Kernels are built with {@code -Werror=return-type}, and C11
     * 6.8.6.4p1 has it so anyway.
     */
    AnalysisOptions options(String unit) {
        return AnalysisOptions.of(unit, model, language)
                .withMode(AnalysisMode.DEFERRED_CHECK)
                .withErrors(java.util.Set.of(PermissiveError.RETURN_MISMATCH));
    }

    private static Map<BasicType, SizeAlign> basicTypes(int word) {
        var types = new EnumMap<BasicType, SizeAlign>(BasicType.class);
        for (var type : BasicType.values()) {
            int size = switch (type) {
                case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
                case SHORT, UNSIGNED_SHORT, FLOAT16 -> 2;
                case INT, UNSIGNED_INT, FLOAT -> 4;
                case LONG, UNSIGNED_LONG -> word;
                case LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE -> 8;
                case INT128, UNSIGNED_INT128, LONG_DOUBLE, FLOAT128 -> 16;
            };
            types.put(type, new SizeAlign(size, size));
        }
        return types;
    }
}
