package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.kit.Appliance;
import org.latebind.kit.Command;
import org.latebind.kit.Needs;
import org.latebind.kit.SmallKernel;

/**
 * A kernel's {@code -Werror=} refuses what gcc refuses under it, and no more: small functions, one a text between
 * lines of dashes, each after the file's first text.
 */
class WarningsAsGccTest {
    private static final Path FOLDER = Path.of("src/test/resources/warnings");

    /** As kernels have them from 5.10 on. */
    private static final List<String> FLAGS = List.of("-std=gnu11", "-O2", "-Wall", "-Werror=strict-prototypes",
            "-Werror=implicit-function-declaration", "-Werror=implicit-int", "-Werror=return-type", "-Werror=date-time",
            "-Werror=incompatible-pointer-types", "-Werror=designated-init");

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"return-type", "strict-prototypes", "designated-init", "mismatches"})
    void aKernelsErrorsAreGccs(String file) throws Exception {
        Needs.programs("gcc");
        var tree = SmallKernel.write(folder.resolve(file));
        Files.writeString(tree.resolve("Makefile"), Files.readString(tree.resolve("Makefile"))
                .replace("KBUILD_CFLAGS := -std=gnu11 -O2", "KBUILD_CFLAGS := " + String.join(" ", FLAGS)));
        var kernel = folder.resolve(file + ".khd");
        assertEquals(0, Appliance.shared().run("ingest", tree, "-o", kernel).status());
        var parts = Files.readString(FOLDER.resolve(file + ".c")).split("(?m)^---\\n");
        var different = new ArrayList<String>();
        for (int i = 1; i < parts.length; i++) {
            boolean gcc = gccTakes(parts[0] + parts[i]);
            if (weTake(parts[0] + parts[i], kernel) != gcc) {
                different.add((gcc ? "gcc takes " : "gcc refuses ") + parts[i]);
            }
        }
        assertTrue(parts.length > 20, file);
        assertEquals(List.of(), different);
    }

    private static boolean gccTakes(String text) throws Exception {
        var source = folder.resolve("g.c");
        Files.writeString(source, text);
        var words = new ArrayList<>(List.of("gcc", "-c", source.toString(), "-o", folder.resolve("g.o").toString()));
        words.addAll(FLAGS);
        return Command.of(folder, words).run().status() == 0;
    }

    private static boolean weTake(String text, Path kernel) throws Exception {
        var source = folder.resolve("m.c");
        Files.writeString(source, "#include <linux/module.h>\n" + text + "\nMODULE_LICENSE(\"GPL\");\n");
        var module = folder.resolve("m.dko");
        return Appliance.shared().run("compile", source, "-o", module).status() == 0
                && Appliance.shared().run("check", module, kernel).status() == 0;
    }
}
