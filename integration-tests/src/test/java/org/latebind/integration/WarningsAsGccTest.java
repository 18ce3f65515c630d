package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private static final List<String> FLAGS = List.of("-std=gnu11", "-O2", "-Wall", "-Wvla", "-Werror=strict-prototypes",
            "-Werror=implicit-function-declaration", "-Werror=implicit-int", "-Werror=return-type", "-Werror=date-time",
            "-Werror=incompatible-pointer-types", "-Werror=designated-init");

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @CsvSource({"return-type, LB7004|LB4022", "strict-prototypes, LB4032", "designated-init, LB4033", "mismatches, LB40.."})
    void aKernelsErrorsAreGccs(String file, String codes) throws Exception {
        Needs.programs("gcc");
        var kernel = kernel(file);
        var parts = Files.readString(FOLDER.resolve(file + ".c")).split("(?m)^---\\n");
        var different = new ArrayList<String>();
        for (int i = 1; i < parts.length; i++) {
            boolean gcc = gccTakes(parts[0] + parts[i]);
            var said = said(parts[0] + parts[i], kernel);
            boolean refused = Pattern.compile("error\\[(" + codes + ")]").matcher(said).find();
            if (refused == gcc || gcc && said.contains("error[")) {
                different.add((gcc ? "gcc takes " : "gcc refuses ") + parts[i] + said);
            }
        }
        assertTrue(parts.length > 20, file);
        assertEquals(List.of(), different);
    }

    @Test
    void anArrayOfVariableLengthIsAWarning() throws Exception {
        var said = said("int f(int n) { char b[n]; b[0] = n; return b[n / 2]; }", kernel("vla"));
        assertTrue(said.contains("warning[LB4034]") && !said.contains("error["), said);
    }

    private static Path kernel(String name) throws Exception {
        var tree = SmallKernel.write(folder.resolve(name));
        Files.writeString(tree.resolve("Makefile"), Files.readString(tree.resolve("Makefile"))
                .replace("KBUILD_CFLAGS := -std=gnu11 -O2", "KBUILD_CFLAGS := " + String.join(" ", FLAGS)));
        var kernel = folder.resolve(name + ".khd");
        assertEquals(0, Appliance.shared().run("ingest", tree, "-o", kernel).status());
        return kernel;
    }

    private static boolean gccTakes(String text) throws Exception {
        var source = folder.resolve("g.c");
        Files.writeString(source, text);
        var words = new ArrayList<>(List.of("gcc", "-c", source.toString(), "-o", folder.resolve("g.o").toString()));
        words.addAll(FLAGS);
        return Command.of(folder, words).run().status() == 0;
    }

    /** What compiling and checking says, refused or not. */
    private static String said(String text, Path kernel) throws Exception {
        var source = folder.resolve("m.c");
        Files.writeString(source, "#include <linux/module.h>\n" + text + "\nMODULE_LICENSE(\"GPL\");\n");
        var module = folder.resolve("m.dko");
        var compiled = Appliance.shared().run("compile", source, "-o", module);
        return compiled.status() == 0 ? Appliance.shared().run("check", module, kernel).toString() : compiled.toString();
    }
}
