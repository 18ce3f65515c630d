package org.latebind.codegen.x86_64;

import static org.latebind.target.api.BasicType.*;

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

/** Names and sizes that no flag changes; psABI 1.0, figure 3.1 and section 3.5.7. */
final class X86 {
    static final String ARCH = "x86_64";

    static final ArchNames NAMES = new ArchNames(
            ARCH,
            "x86_64-unknown-linux-gnu",
            "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128",
            "x86_64",
            "x86",
            "amd64",
            "x86_64-linux-gnu",
            62);

    static final DataModel DATA_MODEL = new DataModel(
            true,
            basicTypes(),
            new SizeAlign(8, 8),
            16,
            16,
            DataModel.AS_LARGE,
            1,
            FloatFormat.EXTENDED_80,
            UNSIGNED_LONG,
            LONG,
            INT,
            UNSIGNED_SHORT,
            UNSIGNED_INT,
            LONG,
            LONG,
            new BitFieldRules(true, false, false),
            new VaListType(
                    VaListType.Kind.ARRAY_OF_ONE_RECORD,
                    "__va_list_tag",
                    List.of(
                            new Field("gp_offset", FieldType.UNSIGNED_INT),
                            new Field("fp_offset", FieldType.UNSIGNED_INT),
                            new Field("overflow_arg_area", FieldType.VOID_POINTER),
                            new Field("reg_save_area", FieldType.VOID_POINTER))));

    private X86() {}

    private static Map<BasicType, SizeAlign> basicTypes() {
        var types = new TreeMap<BasicType, SizeAlign>();
        for (var type : BasicType.values()) {
            int size = switch (type) {
                case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
                case SHORT, UNSIGNED_SHORT, FLOAT16 -> 2;
                case INT, UNSIGNED_INT, FLOAT -> 4;
                case LONG, UNSIGNED_LONG, LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE -> 8;
                case INT128, UNSIGNED_INT128, LONG_DOUBLE, FLOAT128 -> 16;
            };
            types.put(type, new SizeAlign(size, size));
        }
        return types;
    }
}
