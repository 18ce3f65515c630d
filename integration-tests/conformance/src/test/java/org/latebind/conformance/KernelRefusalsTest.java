package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.kit.Appliance;
import org.latebind.kit.SmallKernel;

/** A module's code leaves floating point and vector registers alone: what would need them is refused. */
class KernelRefusalsTest {
    private static final String VECTOR = "typedef int v4 __attribute__((vector_size(16)));\n";

    @TempDir
    static Path kernel;

    @TempDir
    Path work;

    @BeforeAll
    static void ingest() throws Exception {
        var tree = SmallKernel.write(kernel.resolve("linux-headers-1.0-small"));
        var ran = Latebind.run("ingest", tree, "-o", kernel.resolve("k.khd"));
        assertEquals(0, ran.status(), ran.toString());
    }

    private Appliance.Ran link(String source) throws Exception {
        var file = Files.writeString(work.resolve("m.c"),
                "#include <linux/module.h>\n" + source + "\nMODULE_LICENSE(\"GPL\");\n");
        var compiled = Latebind.run("compile", file, "-o", work.resolve("m.dko"));
        return compiled.status() == 0
                ? Latebind.run("link", work.resolve("m.dko"), kernel.resolve("k.khd"), "-o", work.resolve("m.ko"))
                : compiled;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "double f(int x) { return x; }",
        "int f(double x) { return 0; }",
        "int f(float x) { return x > 1; }",
        "extern void g(double); void f(int x) { g(x); }",
        "extern double g(void); int f(void) { return g(); }",
        "extern int g(const char *, ...); int f(int x) { return g(\"\", x * 1.5); }",
        "float global; void f(int x) { global = x; }",
        "void f(float *p) { *p += 1; }",
        VECTOR + "v4 f(v4 *p) { return *p; }",
        VECTOR + "void f(v4 x) { }",
        VECTOR + "void f(v4 *p, v4 *q) { *p = *p + *q; }",
        VECTOR + "extern void g(v4); void f(v4 *p) { g(*p); }"
    })
    void whatNeedsTheirRegistersIsRefused(String source) throws Exception {
        var ran = link(source);
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains("in a kernel is not supported"), ran.err());
    }

    @Test
    void constantsAndDataOfTheirTypesAreNot() throws Exception {
        var ran = link("double table[] = { 1.5, 2 }; int f(void) { return 2.5 * 4; }\n"
                + "struct s { float x; } s; struct s *g(void) { return &s; }");
        assertEquals(0, ran.status(), ran.toString());
        assertTrue(Files.size(work.resolve("m.ko")) > 0);
    }
}
