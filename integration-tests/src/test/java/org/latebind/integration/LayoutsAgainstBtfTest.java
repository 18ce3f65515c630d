package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Command;

/** The layouts that a kernel's headers give are those that the kernel was built with. */
class LayoutsAgainstBtfTest {
    private static final String COUNTED = "(\\d+) +check-layouts: %s";
    private static final int FEWEST_STRUCTS = 4000;
    /** What may differ follows rules, and there is little of it: the last of these kernels had 10, 22 and 3. */
    private static final Map<String, Integer> MOST = Map.of(
            "same name, different type", 12, "definitions for other configurations", 24, "types that BTF only declares", 5,
            "types that cannot be laid out", 0);

    @TempDir
    private Path folder;

    @Test
    void everyLayoutIsTheKernelsOwn() throws Exception {
        for (var kernel : RealKernels.kernels()) {
            var text = check(kernel, kernel, 0);
            assertTrue(count("struct types equal to BTF", text) > FEWEST_STRUCTS, text);
            MOST.forEach((what, most) -> assertTrue(count(what, text) <= most, what + "\n" + text));
        }
    }

    private static int count(String what, String text) {
        var counted = Pattern.compile(COUNTED.formatted(what)).matcher(text);
        assertTrue(counted.find(), what + " are not told:\n" + text);
        return Integer.parseInt(counted.group(1));
    }

    @Test
    void anotherKernelsTypesAreTold() throws Exception {
        var kernels = RealKernels.kernels();
        var text = check(kernels.getFirst(), kernels.getLast(), 1);
        assertTrue(text.contains("error[LB5210]: the kernel's BTF disagrees: struct "), text);
    }

    private String check(RealKernels.Kernel headers, RealKernels.Kernel image, int expected) throws Exception {
        var btf = folder.resolve(image.release() + ".btf");
        Files.deleteIfExists(btf);
        Files.createSymbolicLink(btf, image.image().toAbsolutePath());
        var ran = Command.latebind(folder, "run", "check-layouts", headers.headerData().toString(), btf.toString(), "--time").run();
        assertEquals(expected, ran.status(), ran.text());
        return ran.text();
    }
}
