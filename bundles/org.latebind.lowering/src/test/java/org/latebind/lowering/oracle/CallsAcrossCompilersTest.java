package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.target.api.LanguageSettings.Dialect;

/**
 * Programs of {@code calls/} in two files that call each other: one half compiled here, the other by gcc or clang,
 * they print what gcc's compilation of both prints.
 */
class CallsAcrossCompilersTest {
    private static final Path SOURCES = Path.of("src/test/resources/calls").toAbsolutePath();
    private static final List<String> HALVES = List.of("caller", "callee");

    private static CompileC compiler;

    @TempDir
    Path work;

    @BeforeAll
    static void linker() {
        boolean found = isThere("gcc")
                && Files.exists(Path.of("/usr/include/stdio.h")) && System.getProperty("os.arch").equals("amd64");
        assumeTrue(found, "SKIPPED: needs gcc, the C library's headers and an amd64 machine");
        compiler = new CompileC();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms-abi"})
    void halvesOfGccFit(String program) throws Exception {
        assertHalvesFit("gcc", program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms-abi"})
    void halvesOfClangFit(String program) throws Exception {
        assumeTrue(isThere("clang-16"), "SKIPPED: needs clang-16");
        assertHalvesFit("clang-16", program);
    }

    private void assertHalvesFit(String other, String program) throws Exception {
        for (var half : HALVES) {
            var source = SOURCES.resolve(program + "-" + half + ".c");
            Files.write(work.resolve(half + ".o"), compiler.compile(source, compiler.settings(Dialect.GNU17)));
            run("gcc", "-O2", "-c", source.toString(), "-o", "gcc-" + half + ".o");
            run(other, "-O2", "-w", "-c", source.toString(), "-o", "other-" + half + ".o");
        }
        var expected = printed("gcc-caller.o", "gcc-callee.o");
        assertEquals(expected, printed("caller.o", "callee.o"), "both halves ours");
        assertEquals(expected, printed("caller.o", "other-callee.o"), "the caller ours");
        assertEquals(expected, printed("other-caller.o", "callee.o"), "the callee ours");
    }

    private String printed(String caller, String callee) throws IOException, InterruptedException {
        run("gcc", caller, callee, "-o", "program");
        return run("./program");
    }

    private String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + " said " + output);
        return output;
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(f -> Files.isExecutable(Path.of(f, program)));
    }
}
