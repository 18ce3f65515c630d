package org.latebind.codegen.s390x;

import static org.latebind.target.api.BasicType.INT;
import static org.latebind.target.api.BasicType.LONG;
import static org.latebind.target.api.BasicType.UNSIGNED_INT;
import static org.latebind.target.api.BasicType.UNSIGNED_LONG;
import static org.latebind.target.api.BasicType.UNSIGNED_SHORT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Names and sizes that no flag changes; "ELF Application Binary Interface, s390x Supplement", "Data Representation". */
final class S390 {
    static final String ARCH = "s390x";

    static final ArchNames NAMES = new ArchNames(
            ARCH,
            "s390x-unknown-linux-gnu",
            "E-S64-m:e-i1:8:16-i8:8:16-i64:64-f128:64-v128:64-a:8:16-n32:64",
            "s390",
            "s390",
            "s390x",
            "s390x-linux-gnu",
            22);

    static final DataModel DATA_MODEL = new DataModel(
            false,
            basicTypes(),
            new SizeAlign(8, 8),
            8,
            8,
            DataModel.AS_LARGE,
            // LOAD ADDRESS RELATIVE LONG counts in halfwords.
            2,
            FloatFormat.IEEE_QUAD,
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
                            new Field("__gpr", FieldType.LONG),
                            new Field("__fpr", FieldType.LONG),
                            new Field("__overflow_arg_area", FieldType.VOID_POINTER),
                            new Field("__reg_save_area", FieldType.VOID_POINTER))));

    /** Processors by gcc's names, in order of the architecture's levels, the eighth first. */
    private static final List<String> CPUS = List.of("z10", "z196", "zEC12", "z13", "z14", "z15", "z16");

    private static final int FIRST_LEVEL = 8;

    private S390() {}

    /** LLVM's name of a processor of gcc's; empty for one that is not known. */
    static Optional<String> cpu(String gcc) {
        return CPUS.contains(gcc) ? Optional.of(gcc) : Optional.empty();
    }

    /** gcc's {@code __ARCH__} of a processor. */
    static int level(String cpu) {
        return FIRST_LEVEL + CPUS.indexOf(cpu);
    }

    private static Map<BasicType, SizeAlign> basicTypes() {
        var types = new TreeMap<BasicType, SizeAlign>();
        for (var type : BasicType.values()) {
            int size = switch (type) {
                case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
                case SHORT, UNSIGNED_SHORT -> 2;
                case INT, UNSIGNED_INT, FLOAT -> 4;
                case LONG, UNSIGNED_LONG, LONG_LONG, UNSIGNED_LONG_LONG, DOUBLE -> 8;
                case INT128, UNSIGNED_INT128, LONG_DOUBLE -> 16;
                // gcc 12 has no such names here.
                case FLOAT16, FLOAT128 -> 0;
            };
            if (size > 0) {
                types.put(type, new SizeAlign(size, Math.min(size, 8)));
            }
        }
        return types;
    }
}
