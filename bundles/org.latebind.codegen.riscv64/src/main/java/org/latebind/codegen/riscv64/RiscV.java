package org.latebind.codegen.riscv64;

import java.util.List;
import org.latebind.backend.Lp64;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.VaListType;

/** Names and sizes that no flag changes; the RISC-V psABI, "C types". */
final class RiscV {
    static final String ARCH = "riscv64";

    /** The folder below the kernel's {@code arch/}. */
    static final String KERNEL_ARCH = "riscv";

    static final ArchNames NAMES = new ArchNames(
            ARCH,
            "riscv64-unknown-linux-gnu",
            "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128",
            KERNEL_ARCH,
            KERNEL_ARCH,
            "riscv64",
            "riscv64-linux-gnu",
            243);

    static final DataModel DATA_MODEL =
            new Lp64(new VaListType(VaListType.Kind.VOID_POINTER, "", List.of())).model();

    private RiscV() {}
}
