package org.latebind.codegen.s390x;

import java.util.List;
import java.util.Map;
import org.latebind.backend.oracles.StubKernel;

/** A kernel by the flags that its Makefiles give. */
final class Kernels {
    static final List<String> FLAGS = List.of(
            "-std=gnu11", "-fshort-wchar", "-fno-common", "-fno-PIE", "-fno-strict-aliasing", "-m64", "-fPIE",
            "-fno-delete-null-pointer-checks", "-O2", "-mpacked-stack", "-mbackchain", "-msoft-float", "-march=z10",
            "-mtune=z10", "-fno-asynchronous-unwind-tables", "-fno-stack-protector", "-fomit-frame-pointer", "-pg",
            "-mrecord-mcount", "-mnop-mcount", "-mfentry", "-fno-strict-overflow", "-ftrivial-auto-var-init=zero",
            "-fPIC");

    private Kernels() {}

    static StubKernel debian() {
        return new StubKernel(FLAGS, Map.of("CC_IS_GCC", "y", "GCC_VERSION", "120200"), Map.of());
    }
}
