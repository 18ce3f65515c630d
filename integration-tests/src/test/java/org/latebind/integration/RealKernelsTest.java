package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Modules compiled once load, work, unload and reload in several stock kernels. */
class RealKernelsTest {
    private static final List<String> MODULES = List.of("latebind_example", "vpoll", "acpi_call");

    @Test
    void everyModuleWorksInEveryKernel() throws Exception {
        var demo = RealKernels.demo();
        var kernels = RealKernels.kernels();
        assertTrue(kernels.size() >= 2, "kernels: " + kernels);
        for (var kernel : kernels) {
            assertTrue(Files.size(kernel.image()) > 1 << 20, kernel.image().toString());
            for (var module : MODULES) {
                assertTrue(has(demo, kernel, module, "works, "), kernel.release() + " " + module);
                assertTrue(Files.exists(kernel.modules().resolve(module + ".ko")), module);
            }
            assertTrue(has(demo, kernel, "(the kernel)", "no complaint"), kernel.release());
        }
        assertEquals(0, demo.status());
    }

    private static boolean has(RealKernels.Demo demo, RealKernels.Kernel kernel, String module, String result) {
        return demo.table().stream()
                .anyMatch(line -> line.startsWith(kernel.release() + " ") && line.contains(" " + module + " ")
                        && line.contains(" " + result));
    }
}
