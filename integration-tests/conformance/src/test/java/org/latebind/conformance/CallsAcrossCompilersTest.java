package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.kit.Command;
import org.latebind.kit.Needs;

/**
 * Programs of {@code calls/} in two files that call each other: one half compiled here, the other by gcc or clang,
 * they print what gcc's compilation of both prints.
 */
class CallsAcrossCompilersTest {
    private static final Path SOURCES = Path.of("src/test/resources/calls").toAbsolutePath();
    private static final List<String> HALVES = List.of("caller", "callee");

    @TempDir
    Path work;

    @BeforeAll
    static void linker() {
        Needs.hostedC();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms-abi"})
    void halvesOfGccFit(String program) throws Exception {
        assertHalvesFit("gcc", program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms-abi"})
    void halvesOfClangFit(String program) throws Exception {
        Needs.programs("clang-16");
        assertHalvesFit("clang-16", program);
    }

    private void assertHalvesFit(String other, String program) throws Exception {
        for (var half : HALVES) {
            var source = SOURCES.resolve(program + "-" + half + ".c");
            Latebind.compile(source, work.resolve(half + ".o"), List.of());
            run("gcc", "-O2", "-c", source.toString(), "-o", "gcc-" + half + ".o");
            run(other, "-O2", "-w", "-c", source.toString(), "-o", "other-" + half + ".o");
        }
        var expected = printed("gcc-caller.o", "gcc-callee.o");
        assertEquals(expected, printed("caller.o", "callee.o"), "both halves ours");
        assertEquals(expected, printed("caller.o", "other-callee.o"), "the caller ours");
        assertEquals(expected, printed("other-caller.o", "callee.o"), "the callee ours");
    }

    private String printed(String caller, String callee) throws Exception {
        run("gcc", caller, callee, "-o", "program");
        return run("./program");
    }

    private String run(String... command) throws Exception {
        return Command.of(work, command).run().done();
    }
}
