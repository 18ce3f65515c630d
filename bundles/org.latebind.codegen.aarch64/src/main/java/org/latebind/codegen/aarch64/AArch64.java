package org.latebind.codegen.aarch64;

import static org.latebind.target.api.BasicType.LONG;
import static org.latebind.target.api.BasicType.UNSIGNED_INT;
import static org.latebind.target.api.BasicType.UNSIGNED_LONG;
import static org.latebind.target.api.BasicType.UNSIGNED_SHORT;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.DataModel.BitFieldRules;
import org.latebind.target.api.DataModel.FloatFormat;
import org.latebind.target.api.DataModel.SizeAlign;
import org.latebind.target.api.VaListType;
import org.latebind.target.api.VaListType.Field;
import org.latebind.target.api.VaListType.FieldType;

/** Names and sizes that no flag changes; AAPCS64 sections 5 and 10.1. */
final class AArch64 {
    static final String ARCH = "aarch64";

    static final ArchNames NAMES = new ArchNames(
            ARCH,
            "aarch64-unknown-linux-gnu",
            "e-m:e-p270:32:32-p271:32:32-p272:64:64-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32",
            "arm64",
            "arm64",
            "arm64",
            "aarch64-linux-gnu",
            183);

    static final DataModel DATA_MODEL = new DataModel(
            true,
            basicTypes(),
            new SizeAlign(8, 8),
            16,
            16,
            16,
            1,
            FloatFormat.IEEE_QUAD,
            UNSIGNED_LONG,
            LONG,
            UNSIGNED_INT,
            UNSIGNED_SHORT,
            UNSIGNED_INT,
            LONG,
            LONG,
            new BitFieldRules(true, true, true),
            new VaListType(
                    VaListType.Kind.RECORD,
                    "__va_list",
                    List.of(
                            new Field("__stack", FieldType.VOID_POINTER),
                            new Field("__gr_top", FieldType.VOID_POINTER),
                            new Field("__vr_top", FieldType.VOID_POINTER),
                            new Field("__gr_offs", FieldType.INT),
                            new Field("__vr_offs", FieldType.INT))));

    private AArch64() {}

    private static Map<BasicType, SizeAlign> basicTypes() {
        var types = new TreeMap<BasicType, SizeAlign>();
        for (var type : BasicType.values()) {
            int size = switch (type) {
                case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
                case SHORT, UNSIGNED_SHORT, FLOAT16 -> 2;
                case INT, UNSIGNED_INT, FLOAT -> 4;
                case LONG, UNSIGNED_LONG, LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE -> 8;
                case INT128, UNSIGNED_INT128, LONG_DOUBLE -> 16;
                // gcc 12 has no such name here.
                case FLOAT128 -> 0;
            };
            if (size > 0) {
                types.put(type, new SizeAlign(size, size));
            }
        }
        return types;
    }
}
