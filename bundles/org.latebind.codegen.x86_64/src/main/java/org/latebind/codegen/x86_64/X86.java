package org.latebind.codegen.x86_64;

import java.util.List;
import org.latebind.backend.Lp64;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.VaListType;
import org.latebind.target.api.VaListType.Field;
import org.latebind.target.api.VaListType.FieldType;

/** Names and sizes that no flag changes; psABI 1.0, figure 3.1 and section 3.5.7. */
final class X86 {
    static final String ARCH = "x86_64";

    /** The folder below the kernel's {@code arch/}. */
    static final String KERNEL_ARCH = "x86";

    static final ArchNames NAMES = new ArchNames(
            ARCH,
            "x86_64-unknown-linux-gnu",
            "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128",
            "x86_64",
            KERNEL_ARCH,
            "amd64",
            "x86_64-linux-gnu",
            62);

    static final DataModel DATA_MODEL = new Lp64(vaList()).extendedLongDouble().model();

    private X86() {}

    private static VaListType vaList() {
        return new VaListType(
                VaListType.Kind.ARRAY_OF_ONE_RECORD,
                "__va_list_tag",
                List.of(
                        new Field("gp_offset", FieldType.UNSIGNED_INT),
                        new Field("fp_offset", FieldType.UNSIGNED_INT),
                        new Field("overflow_arg_area", FieldType.VOID_POINTER),
                        new Field("reg_save_area", FieldType.VOID_POINTER)));
    }
}
