package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latebind.kit.Appliance;
import org.latebind.kit.SmallKernel;

/** With {@code --json} each command prints exactly one document, whatever comes of it; docs/json.md has its fields. */
class JsonTest {
    @TempDir
    private static Path folder;

    private static Appliance appliance;

    @BeforeAll
    static void make() throws Exception {
        appliance = Appliance.start();
        var source = Files.writeString(folder.resolve("m.c"), SmallKernel.MODULE);
        Files.writeString(folder.resolve("wrong.c"), "int f( { return 1; }\n");
        Files.writeString(folder.resolve("plain.c"), "int main(void) { return 0; }\n");
        Files.writeString(folder.resolve("damaged.khd"), "nothing");
        done("compile", "-o", folder.resolve("m.dko"), source);
        done("ingest", "-o", folder.resolve("k.khd"), SmallKernel.write(folder.resolve("linux-headers-1.0-small")));
        done("ingest", "-o", folder.resolve("other.khd"), SmallKernel.write(
                folder.resolve("linux-headers-1.0-other"), "struct task *parent; ", "struct task *parents; "));
    }

    private static void done(Object... words) throws Exception {
        var ran = appliance.run(words);
        assertEquals(0, ran.status(), ran.toString());
    }

    @AfterAll
    static void stop() {
        appliance.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, compile -o @out.dko @m.c",
        "0, compile -o @out.dko --reference @other.khd @m.c",
        "1, compile -o @out.dko @wrong.c",
        "2, compile",
        "2, compile @nosuch.c",
        "2, compile -o @out.dko --reference @nosuch.khd @m.c",
        "0, ingest -o @out.khd @linux-headers-1.0-small",
        "2, ingest @m.c",
        "2, ingest --nosuch",
        "0, link -o @out.ko @m.dko @k.khd",
        "0, link -o @out.ko @m.dko @k.khd --time --dump-after layout",
        "1, link -o @out.ko @m.dko @other.khd",
        "2, link @k.khd @m.dko",
        "2, link @m.dko",
        "2, link @m.dko @damaged.khd",
        "2, link -o - @m.dko @k.khd",
        "2, link @m.dko @k.khd --set nosuch=1",
        "2, link @m.dko @k.khd --emit nosuch",
        "0, check @m.dko @k.khd",
        "0, check @m.dko @k.khd @k.khd --full",
        "1, check @m.dko @k.khd @other.khd",
        "2, check @m.dko @k.khd @damaged.khd",
        "2, check @nosuch.dko @k.khd @other.khd",
        "2, check",
        "0, show @m.dko",
        "0, show @m.dko --stats",
        "0, show @k.khd task.pid",
        "0, show @k.khd --licenses",
        "0, show @k.khd --licences",
        "1, show @k.khd nosuch_name",
        "2, show @nosuch.khd",
        "2, show",
        "0, diff @k.khd @other.khd",
        "0, diff @k.khd @other.khd --stats",
        "0, diff @k.khd @other.khd --for @m.dko",
        "2, diff @k.khd",
        "2, diff @k.khd @damaged.khd",
        "0, cc -c @plain.c -o @out.o",
        "1, cc -c @wrong.c -o @out.o",
        "2, cc @plain.c",
        "0, passes",
        "2, passes too many",
        "0, plan",
        "0, plan link @m.dko @k.khd",
        "2, plan link --set arch=nosuch",
        "2, plan nosuch",
        "0, run link @m.dko @k.khd -o @out.ko",
        "0, run link @m.dko @k.khd",
        "1, run link @m.dko @other.khd -o @out.ko",
        "2, run",
        "0, dump layout link @m.dko @k.khd",
        "2, dump nosuch link @m.dko @k.khd",
        "2, dump layout",
        "2, shell",
        "2, nosuch",
        "2, demo --nosuch",
        "2, fetch",
        "2, explain LB0000",
    })
    void isOneDocument(int status, String words) throws Exception {
        var document = run(status, words);
        var errors = ((List<?>) document.get("diagnostics")).stream()
                .filter(d -> ((Map<?, ?>) d).get("severity").equals("error")).toList();
        assertTrue(document.get("command") instanceof String, document.toString());
        assertTrue(document.containsKey("outputs") && document.containsKey("passes"), document.toString());
        assertTrue(status == 0 ? errors.isEmpty() : !errors.isEmpty() || document.containsKey("kernels"), document.toString());
    }

    private Map<String, Object> run(int status, String words) throws Exception {
        var ran = appliance.run((Object[]) (words + " --json").replace("@", folder + "/").split(" "));
        assertEquals(status, ran.status(), ran.toString());
        assertEquals("", ran.err());
        var document = JsonText.object(ran.out());
        assertEquals(status, Integer.parseInt(document.get("exitStatus").toString()));
        return document;
    }

    @Test
    void theAnswerIsInIt() throws Exception {
        assertEquals("struct task.pid: offset 0, 4 bytes\n", run(0, "show @k.khd task.pid").get("text"));
        assertTrue(run(0, "dump layout link @m.dko @k.khd").get("dumps").toString().contains("pass=layout"));
        var type = ((List<?>) run(0, "diff @k.khd @other.khd").get("differences")).stream()
                .map(Map.class::cast).filter(d -> d.get("name").equals("struct task")).findFirst().orElseThrow();
        assertEquals("type", type.get("kind"));
        assertEquals("changed", type.get("change"));
    }

    @Test
    void checkHasAnEntryForEachKernel() throws Exception {
        var document = run(2, "check @m.dko @k.khd @other.khd @damaged.khd");
        var kernels = ((List<?>) document.get("kernels")).stream().map(Map.class::cast).toList();
        assertEquals(List.of("fits", "does not fit", "cannot be checked"),
                kernels.stream().map(k -> k.get("verdict")).toList());
        assertEquals("1.0-small", kernels.get(1).get("release"));
        assertTrue(kernels.get(1).get("file").toString().endsWith("other.khd"));
        var error = (Map<?, ?>) ((List<?>) kernels.get(1).get("diagnostics")).getFirst();
        assertEquals("other.khd", error.get("kernel"));
        assertEquals("m.c", error.get("file"));
        assertEquals("7", error.get("line").toString());
    }

    @Test
    void ofSeveralKernelsEachErrorNamesItsOwn() throws Exception {
        var ran = appliance.run(
                "check", folder.resolve("m.dko"), folder.resolve("k.khd"), folder.resolve("other.khd"));
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains("this is about kernel other.khd"), ran.toString());
        assertEquals("k.khd: fits\nother.khd: does not fit\n", ran.out());
        var missing = appliance.run("check", folder.resolve("no.dko"), folder.resolve("k.khd"), folder.resolve("other.khd"));
        assertEquals(2, missing.err().split("LB9023", -1).length, missing.toString());
    }

    @Test
    void aReferenceAddsWarningsAndNothingElse() throws Exception {
        var ran = appliance.run("compile", "-o", folder.resolve("with.dko"),
                "--reference", folder.resolve("other.khd"), folder.resolve("m.c"));
        assertEquals(0, ran.status(), ran.toString());
        assertTrue(ran.err().contains("m.c:7:4: warning[LB4004]"), ran.toString());
        done("compile", "-o", folder.resolve("without.dko"), folder.resolve("m.c"));
        assertEquals(-1, Files.mismatch(folder.resolve("with.dko"), folder.resolve("without.dko")));
        var missing = appliance.run("compile", "-o", folder.resolve("none.dko"),
                "--reference", folder.resolve("nosuch.khd"), folder.resolve("m.c"));
        assertEquals(2, missing.status(), missing.toString());
        assertTrue(Files.notExists(folder.resolve("none.dko")));
    }
}
