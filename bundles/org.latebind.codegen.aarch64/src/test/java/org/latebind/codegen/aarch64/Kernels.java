package org.latebind.codegen.aarch64;

import java.util.List;
import java.util.Map;
import org.latebind.backend.oracles.StubKernel;

/** A kernel by the flags that its Makefiles give. */
final class Kernels {
    static final List<String> FLAGS = List.of(
            "-std=gnu11", "-fshort-wchar", "-fno-common", "-fno-PIE", "-fno-strict-aliasing", "-mgeneral-regs-only", "-mbranch-protection=pac-ret+leaf", "-mabi=lp64", "-mlittle-endian",
            "-fno-asynchronous-unwind-tables", "-fno-unwind-tables", "-fno-delete-null-pointer-checks", "-O2",
            "-fstack-protector-strong", "-fno-omit-frame-pointer", "-fno-optimize-sibling-calls",
            "-fpatchable-function-entry=4,2", "-fno-strict-overflow", "-ftrivial-auto-var-init=zero");

    private Kernels() {}

    static StubKernel debian() {
        return new StubKernel(
                FLAGS,
                Map.of(
                        "CC_IS_GCC", "y", "GCC_VERSION", "120200", "STACKPROTECTOR_PER_TASK", "y"),
                Map.of(
                        "include/generated/asm-offsets.h",
                        "#define TSK_STACK 56\n#define TSK_STACK_CANARY 1360 /* offsetof */\n"));
    }
}
