package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Command;
import org.latebind.kit.Distribution;
import org.latebind.kit.SmallKernel;

/** The Gogo shell of the distribution, in a process of its own, told what to do on its command line. */
class ShellTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aKernelAndAModule() throws Exception {
        Files.writeString(folder.resolve("m.c"), SmallKernel.MODULE);
        SmallKernel.write(folder.resolve("tree"));
        shell("compile m.c -o m.dko", "ingest tree -o k.khd").done();
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
            var dumped = shell("dump " + pass + " link m.dko k.khd").done();
            assertTrue(Pattern.compile(expected.substring(pass.length() + 1)).matcher(dumped).find(), dumped);
        }
    }

    @Test
    void aPipelineMayLeaveOutAPass() throws Exception {
        Files.writeString(folder.resolve("object.pipeline"),
                Files.readString(Distribution.HOME.resolve("pipelines/link.pipeline"))
                        .replaceFirst("(?m)^pass package\n?", "").replaceFirst("(?m)^output.*", "output ObjectFile"));
        shell("run ./object.pipeline m.dko k.khd -o m.o", "link m.dko k.khd --emit o -o same.o").done();
        assertEquals(-1, Files.mismatch(folder.resolve("same.o"), folder.resolve("m.o")));
    }

    @Test
    void aLineThatGogoCannotParseIsAnError() throws Exception {
        var ran = shell("(");
        assertEquals(2, ran.status(), ran.text());
        assertTrue(ran.text().contains("error[LB9038]: (: "), ran.text());
    }

    @Test
    void passesArePlannedAndListedAndTheLastStatusIsTheProcesses() throws Exception {
        var listed = shell("passes", "plan link --set arch=pdp11");
        assertEquals(2, listed.status(), listed.text());
        assertTrue(listed.text().contains("pass    bind "), listed.text());
        assertTrue(listed.text().contains("missing capability: latebind.pass"), listed.text());
    }

    @Test
    void andThenAndOrElseAskForTheStatus() throws Exception {
        assertFalse(shell("show no.dko && echo then").text().contains("then"));
        assertTrue(shell("show no.dko || echo else").text().contains("else"));
        assertTrue(shell("plan && echo then").text().contains("then"));
        assertFalse(shell("plan || echo else").text().contains("else"));
        assertEquals(2, shell("show no.dko && echo then").status());
    }

    @Test
    void whatThePipesAreMadeOfHasNoEscapes() throws Exception {
        var ran = shell("show no.dko", "show no.dko --json", "pases");
        assertFalse(ran.text().contains("\033"), ran.text());
        assertTrue(ran.text().contains("did you mean 'passes'?"), ran.text());
        assertTrue(ran.text().contains("\"exitStatus\": 2"), ran.text());
    }

    private Command.Ran shell(String... lines) throws Exception {
        return Command.latebind(folder, Stream.concat(Stream.of("shell"), Stream.of(lines)).toArray(String[]::new)).run();
    }
}
