package org.latebind.codegen.x86_64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.latebind.backend.oracles.StubKernel;
import org.latebind.target.api.TargetSettings;

/** Kernels by the flags that their Makefiles gave, in files beside this one. */
final class Kernels {
    private Kernels() {}

    /** A kernel with the flags of {@code kernel-VERSION.flags}. */
    static StubKernel kernel(String version, int gcc) {
        try (var in = Kernels.class.getResourceAsStream("kernel-" + version + ".flags")) {
            return kernel(List.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")), gcc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StubKernel kernel(List<String> flags, int gcc) {
        var config = Map.of(
                "CC_IS_GCC", "y",
                "GCC_VERSION", Integer.toString(gcc),
                "HAVE_JUMP_LABEL_HACK", "y");
        return new StubKernel(flags, config, Map.of());
    }

    static TargetSettings v61() {
        return KernelSettings.of(kernel("6.1", 120200));
    }

    static TargetSettings v612() {
        return KernelSettings.of(kernel("6.12", 140200));
    }

    static TargetSettings v72() {
        return KernelSettings.of(kernel("7.2", 160200));
    }
}
