package org.latebind.codegen.s390x;

import java.util.List;
import java.util.Optional;
import org.latebind.backend.Lp64;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.VaListType;
import org.latebind.target.api.VaListType.Field;
import org.latebind.target.api.VaListType.FieldType;

/** Names and sizes that no flag changes; s390x ABI Supplement, "Data Representation". */
final class S390 {
    static final String ARCH = "s390x";

    /** The folder below the kernel's {@code arch/}. */
    static final String KERNEL_ARCH = "s390";

    static final ArchNames NAMES = new ArchNames(
            ARCH,
            "s390x-unknown-linux-gnu",
            "E-S64-m:e-i1:8:16-i8:8:16-i64:64-f128:64-v128:64-a:8:16-n32:64",
            KERNEL_ARCH,
            KERNEL_ARCH,
            "s390x",
            "s390x-linux-gnu",
            22);

    static final DataModel DATA_MODEL = new Lp64(vaList())
            .bigEndian()
            // gcc 12 has no such name here.
            .without(BasicType.FLOAT16)
            .largestAlignment(8)
            // LOAD ADDRESS RELATIVE LONG counts in halfwords.
            .leastObjectAlignment(2)
            .model();

    /** Processors by gcc's names, in order of the architecture's levels, the eighth first. */
    private static final List<String> CPUS = List.of("z10", "z196", "zEC12", "z13", "z14", "z15", "z16");

    private static final int FIRST_LEVEL = 8;

    private S390() {}

    private static VaListType vaList() {
        return new VaListType(
                VaListType.Kind.ARRAY_OF_ONE_RECORD,
                "__va_list_tag",
                List.of(
                        new Field("__gpr", FieldType.LONG),
                        new Field("__fpr", FieldType.LONG),
                        new Field("__overflow_arg_area", FieldType.VOID_POINTER),
                        new Field("__reg_save_area", FieldType.VOID_POINTER)));
    }

    /** LLVM's name of a processor of gcc's; empty for one that is not known. */
    static Optional<String> cpu(String gcc) {
        return CPUS.contains(gcc) ? Optional.of(gcc) : Optional.empty();
    }

    /** gcc's {@code __ARCH__} of a processor. */
    static int level(String cpu) {
        return FIRST_LEVEL + CPUS.indexOf(cpu);
    }
}
