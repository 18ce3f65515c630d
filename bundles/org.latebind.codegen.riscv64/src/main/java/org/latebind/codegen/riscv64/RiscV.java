package org.latebind.codegen.riscv64;

import static org.latebind.target.api.BasicType.INT;
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

/** Names and sizes that no flag changes; the RISC-V psABI, "C types". */
final class RiscV {
    static final String ARCH = "riscv64";

    static final ArchNames NAMES = new ArchNames(
            ARCH,
            "riscv64-unknown-linux-gnu",
            "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128",
            "riscv",
            "riscv",
            "riscv64",
            "riscv64-linux-gnu",
            243);

    static final DataModel DATA_MODEL = new DataModel(
            true,
            basicTypes(),
            new SizeAlign(8, 8),
            16,
            16,
            DataModel.AS_LARGE,
            1,
            FloatFormat.IEEE_QUAD,
            UNSIGNED_LONG,
            LONG,
            INT,
            UNSIGNED_SHORT,
            UNSIGNED_INT,
            LONG,
            LONG,
            new BitFieldRules(true, false, false),
            new VaListType(VaListType.Kind.VOID_POINTER, "", List.of()));

    private RiscV() {}

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
