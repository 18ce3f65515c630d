package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetSettings;

/** Code for a kernel leaves floating point and vector registers alone: what would need them is refused. */
class KernelRefusalsTest {
    private static final CompileC COMPILER = new CompileC();
    private static final String VECTOR = "typedef int v4 __attribute__((vector_size(16)));\n";

    @TempDir
    Path work;

    /** A kernel of gcc's with the flags that all of them have. */
    private record Build() implements KernelBuild {
        @Override
        public String release() {
            return "test";
        }

        @Override
        public List<String> compilerFlags() {
            return List.of("-std=gnu11", "-mno-sse", "-mno-mmx", "-mno-80387", "-mcmodel=kernel", "-mno-red-zone");
        }

        @Override
        public Optional<String> config(String option) {
            return Optional.ofNullable(Map.of("CC_IS_GCC", "y", "GCC_VERSION", "120200").get(option));
        }

        @Override
        public Optional<String> file(String path) {
            return Optional.empty();
        }
    }

    private void compile(String source) throws Exception {
        TargetSettings settings = new X86Target().kernelSettings(new Build());
        COMPILER.lower(Files.writeString(work.resolve("a.c"), source), settings);
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
    void whatNeedsTheirRegistersIsRefused(String source) {
        var refused = assertThrows(CompileC.Failed.class, () -> compile(source));
        assertTrue(refused.getMessage().contains("in a kernel is not supported"), refused.getMessage());
    }

    @Test
    void constantsAndDataOfTheirTypesAreNot() throws Exception {
        compile("double table[] = { 1.5, 2 }; int f(void) { return 2.5 * 4; } struct s { float x; } s; struct s *g(void) { return &s; }");
    }
}
