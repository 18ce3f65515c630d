package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Gogo shell of the distribution, in a process of its own, told what to do on its command line. */
class ShellTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aKernelAndAModule() throws Exception {
        Files.writeString(folder.resolve("m.c"), SmallKernel.MODULE);
        SmallKernel.write(folder.resolve("tree"));
        assertDone(shell("compile m.c -o m.dko", "ingest tree -o k.khd"));
    }

    @Test
    void everyPassOfALinkCanBeDumped() throws Exception {
        for (var expected : List.of(
                "bind function .* start\\(void\\)",
                "layout (?s)struct task: 32 bytes, aligned 8.* 4 comm.* 24 parent",
                "lower define .*@start\\(",
                "codegen section \\.init\\.text: .*alloc execinstr",
                "package section \\.gnu\\.linkonce\\.this_module:")) {
            var pass = expected.substring(0, expected.indexOf(' '));
            var dumped = shell("dump " + pass + " link m.dko k.khd");
            assertDone(dumped);
            var text = Pattern.compile(expected.substring(pass.length() + 1));
            assertTrue(text.matcher(dumped.text()).find(), dumped.text());
        }
    }

    @Test
    void aPipelineMayLeaveOutAPass() throws Exception {
        Files.writeString(folder.resolve("object.pipeline"),
                Files.readString(Distribution.HOME.resolve("pipelines/link.pipeline"))
                        .replaceFirst("(?m)^pass package\n?", "").replaceFirst("(?m)^output.*", "output ObjectFile"));
        assertDone(shell("run ./object.pipeline m.dko k.khd -o m.o", "link m.dko k.khd --emit o -o same.o"));
        assertEquals(-1, Files.mismatch(folder.resolve("same.o"), folder.resolve("m.o")));
    }

    @Test
    void passesArePlannedAndListedAndTheLastStatusIsTheProcesses() throws Exception {
        var listed = shell("passes", "plan link --set arch=pdp11");
        assertEquals(2, listed.status(), listed.text());
        assertTrue(listed.text().contains("pass    bind "), listed.text());
        assertTrue(listed.text().contains("missing capability: latebind.pass"), listed.text());
    }

    private record Ran(int status, String text) {}

    private static void assertDone(Ran ran) {
        assertEquals(0, ran.status(), ran.text());
    }

    private Ran shell(String... lines) throws Exception {
        var command = new ArrayList<>(List.of("sh", Distribution.HOME.resolve("latebind").toString(), "shell"));
        command.addAll(List.of(lines));
        var out = folder.resolve("out.txt");
        var builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        return new Ran(process.exitValue(), Files.readString(out));
    }
}
