package org.latebind.codegen.aarch64;

import java.util.List;
import org.latebind.backend.Lp64;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.BasicType;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.DataModel.BitFieldRules;
import org.latebind.target.api.VaListType;
import org.latebind.target.api.VaListType.Field;
import org.latebind.target.api.VaListType.FieldType;

/** Names and sizes that no flag changes; AAPCS64 sections 5 and 10.1. */
final class AArch64 {
    static final String ARCH = "aarch64";

    /** The folder below the kernel's {@code arch/}. */
    static final String KERNEL_ARCH = "arm64";

    static final ArchNames NAMES = new ArchNames(
            ARCH,
            "aarch64-unknown-linux-gnu",
            "e-m:e-p270:32:32-p271:32:32-p272:64:64-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32",
            KERNEL_ARCH,
            KERNEL_ARCH,
            "arm64",
            "aarch64-linux-gnu",
            183);

    static final DataModel DATA_MODEL = new Lp64(vaList())
            .largestVectorAlignment(16)
            .wcharType(BasicType.UNSIGNED_INT)
            .bitFields(new BitFieldRules(true, true, true))
            .model();

    private AArch64() {}

    private static VaListType vaList() {
        return new VaListType(
                VaListType.Kind.RECORD,
                "__va_list",
                List.of(
                        new Field("__stack", FieldType.VOID_POINTER),
                        new Field("__gr_top", FieldType.VOID_POINTER),
                        new Field("__vr_top", FieldType.VOID_POINTER),
                        new Field("__gr_offs", FieldType.INT),
                        new Field("__vr_offs", FieldType.INT)));
    }
}
