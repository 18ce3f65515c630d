package org.latebind.lowering.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.target.api.LanguageSettings.Dialect;

/**
 * Programs of {@code behaviour/}, compiled here and linked and run on this machine, print what stands
 * in the file {@code .out} beside them: what gcc's own compilation of them printed.
 */
class BehaviourTest {
    private static final Path SOURCES = Path.of("src/test/resources/behaviour").toAbsolutePath();

    /** LLVM is loaded once a process. */
    private static CompileC compiler;

    @TempDir
    Path work;

    static Stream<String> programs() {
        try (var files = Files.list(SOURCES)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".c")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void linker() {
        boolean found = Files.isExecutable(Path.of("/usr/bin/gcc"))
                && Files.exists(Path.of("/usr/include/stdio.h")) && System.getProperty("os.arch").equals("amd64");
        assumeTrue(found, "SKIPPED: needs gcc, the C library's headers and an amd64 machine");
        compiler = new CompileC();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printsWhatGccMakesItPrint(String program) throws Exception {
        var source = SOURCES.resolve(program);
        var object = work.resolve("a.o");
        Files.write(object, compiler.compile(source, compiler.settings(Dialect.GNU17)));
        var executable = work.resolve("a.out").toString();
        assertEquals("", run(List.of("gcc", "-o", executable, object.toString(), "-lm")));
        var expected = Files.readString(SOURCES.resolve(program.replace(".c", ".out")));
        assertEquals(expected, run(List.of(executable)));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var log = work.resolve("log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "still running after a minute: " + command;
        }
        var output = Files.readString(log);
        return process.exitValue() == 0 ? output : output + "exit status " + process.exitValue();
    }
}
