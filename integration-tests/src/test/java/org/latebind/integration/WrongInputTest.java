package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.kit.Appliance;
import org.latebind.kit.Needs;
import org.latebind.kit.SmallKernel;

/** Whatever a command is given, it says what is wrong and where, and leaves nothing half written. */
class WrongInputTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    private static Path given;

    private static Appliance appliance;
    private static Path dko;
    private static Path khd;
    private static byte[] module;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws Exception {
        appliance = Appliance.shared();
        var source = Files.writeString(given.resolve("m.c"), SmallKernel.MODULE);
        dko = given.resolve("m.dko");
        khd = given.resolve("k.khd");
        done("compile", "-o", dko, source);
        done("ingest", "-o", khd, SmallKernel.write(given.resolve("linux-headers-1.0-small")));
        done("link", dko, khd, "-o", given.resolve("m.ko"));
        module = Files.readAllBytes(given.resolve("m.ko"));
    }

    private static void done(Object... words) throws Exception {
        var ran = appliance.run(words);
        assertEquals(0, ran.status(), ran.toString());
    }

    @BeforeEach
    void empty() throws IOException {
        assertEquals(List.of(), left());
    }

    /** Files in the test's folder. */
    private List<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A refusal of the input: exit 2, the file named, something to try, and nothing written. */
    private void refused(Path wrong, Object... words) throws Exception {
        var before = left();
        var ran = assertTimeout(LONGEST, () -> appliance.run(words));
        assertEquals(2, ran.status(), ran.toString());
        assertTrue(ran.err().contains("error[LB"), ran.toString());
        assertTrue(ran.err().contains(wrong.getFileName().toString()), ran.toString());
        assertFalse(ran.err().contains("Exception") || ran.err().contains("\tat "), ran.toString());
        assertEquals(before, left());
    }

    // ---- a kernel that lacks what the module uses

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "struct task *parent; | | m.c:7:4 | has no member 'parent' | struct task",
        "struct task *parent; | struct task *parents; | m.c:7:4 | did you mean 'parents' | struct task",
        "static inline int task_pid( | static inline int task_pid_nr( | m.c:8:24 | task_pid | task_pid_nr",
        "#define PRIORITY(task) | #define PRIORITIES(task) | m.c:8:40 | PRIORITY | PRIORITIES",
    })
    void whatTheKernelLacksIsToldAtTheModulesLine(
            String replace, String with, String line, String message, String evidence) throws Exception {
        var tree = SmallKernel.write(folder.resolve("tree"), replace, with == null ? "" : with);
        var other = folder.resolve("other.khd");
        done("ingest", "-o", other, tree);
        var ran = appliance.run("link", dko, other, "-o", folder.resolve("out.ko"));
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains(line), ran.toString());
        assertTrue(ran.err().contains(message), ran.toString());
        assertTrue(ran.err().contains(SmallKernel.HEADER + ":"), ran.toString());
        assertTrue(ran.err().contains(evidence), ran.toString());
        assertEquals(List.of("other.khd", "tree"), left());
    }

    @Test
    void aTypeErrorOfTheModulesOwnIsToldWhenItIsCompiled() throws Exception {
        var source = Files.writeString(folder.resolve("bad.c"),
                "struct own { int x; };\nint f(struct own *own)\n{\n\tint n = *own;\n\treturn own->y + n;\n}\n");
        var ran = appliance.run("compile", "-o", folder.resolve("bad.dko"), source);
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains("bad.c:4:10: error[LB4006]"), ran.toString());
        assertTrue(ran.err().contains("bad.c:5:14: error[LB4004]"), ran.toString());
        assertTrue(ran.err().contains("\treturn own->y + n;"), ran.toString());
        assertEquals(List.of("bad.c"), left());
    }

    /** Short to write, but no machine has the memory or the time for what it asks for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "LB7001 | int a[] = { [1L << 40] = 1 };",
        "LB7001 | char a[] = { [0x7fffffff] = 1 };",
        "LB7001 | char a[1L << 40] __attribute__((section(\".foo\")));",
        "LB7001 | const char a[1L << 40];",
        "LB6006 | int a[] = { [0 ... 1L << 40] = 1 };",
        "LB6006 | struct { int b[1000000]; } a[] = { [0 ... 1000000] = { { [0 ... 999999] = 1 } } };",
        "LB7003 | int a(void) __attribute__((alias(\"a\")));",
    })
    void whatAsksForTooMuchIsRefusedSoon(String code, String line) throws Exception {
        var source = Files.writeString(folder.resolve("huge.c"), line + "\n");
        var ran = assertTimeout(LONGEST, () -> appliance.run("cc", "-c", source, "-o", folder.resolve("huge.o")));
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains("huge.c:1:") && ran.err().contains("error[" + code + "]"), ran.toString());
        assertEquals(List.of("huge.c"), left());
    }

    @Test
    void aDeclarationThatCannotBeReadIsOneError() throws Exception {
        var source = Files.writeString(folder.resolve("itn.c"),
                "#include <linux/module.h>\nstatic itn answer;\n"
                        + "int f(void) { return answer; }\nint g(void) { return missing; }\n");
        var deferred = folder.resolve("itn.dko");
        done("compile", "-o", deferred, source);
        var ran = appliance.run("link", deferred, khd, "-o", folder.resolve("out.ko"));
        assertEquals(1, ran.status(), ran.toString());
        assertTrue(ran.err().contains("itn.c:2:8: error[LB3005]"), ran.toString());
        assertFalse(ran.err().contains("'answer' is not declared"), ran.toString());
        assertTrue(ran.err().contains("'missing' is not declared"), ran.toString());
    }

    // ---- what was meant is said

    @Test
    void whatAFileIsInTheWrongPlaceIsSaid() throws Exception {
        assertHelp(appliance.run("link", khd, dko), "latebind link " + khd.resolveSibling("m.dko") + " " + khd);
        assertHelp(appliance.run("link", given.resolve("m.ko"), khd), "m.ko is a linked module");
        assertHelp(appliance.run("link", given.resolve("m.c"), khd), "m.c is C source");
        assertHelp(appliance.run("ingest", "/etc/passwd"), "one header tree, the header packages");
        assertHelp(appliance.run("show", khd, "tsak"), "did you mean 'task'?");
        assertHelp(appliance.run("link", dko, khd, "--set", "fragment=off"), "did you mean 'fragments'?");
    }

    private static void assertHelp(Appliance.Ran ran, String help) {
        assertTrue(ran.status() > 0, ran.toString());
        assertTrue(ran.err().lines().anyMatch(line -> line.startsWith("help: ") && line.contains(help)), ran.toString());
    }

    @Test
    void aResultThatIsDroppedIsSaid() throws Exception {
        var ran = appliance.run("run", "link", dko, khd);
        assertEquals(0, ran.status(), ran.toString());
        assertTrue(ran.err().contains("warning[LB9047]: the result of pipeline 'link' is not written"), ran.toString());
        assertFalse(appliance.run("run", "link", dko, khd, "--dump-after", "layout").err().contains("LB9047"));
    }

    @Test
    void anArchitectureThatIsNotTheKernelsIsRefused() throws Exception {
        assertHelp(appliance.run("link", dko, khd, "--set", "arch=s390x", "-o", folder.resolve("out.ko")),
                "leave out --set arch=s390x");
    }

    // ---- damaged files

    private static byte[] cut(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    private static byte[] flipped(byte[] file, int place) {
        var bytes = file.clone();
        bytes[place] ^= 1 << place % 8;
        return bytes;
    }

    /** The first bytes one by one, then some twenty lengths. */
    private static IntStream lengths(int size) {
        return IntStream.concat(
                IntStream.rangeClosed(0, 16), IntStream.range(1, 20).map(i -> (int) ((long) size * i / 20)));
    }

    @Test
    void aCutDeferredModuleIsRefused() throws Exception {
        var good = Files.readAllBytes(dko);
        var bad = folder.resolve("cut.dko");
        for (int length : lengths(good.length).toArray()) {
            Files.write(bad, cut(good, length));
            refused(bad, "show", bad);
            refused(bad, "link", bad, khd, "-o", folder.resolve("out.ko"));
        }
    }

    @Test
    void aCutKernelIsRefused() throws Exception {
        var good = Files.readAllBytes(khd);
        var bad = folder.resolve("cut.khd");
        for (int length : lengths(good.length).toArray()) {
            Files.write(bad, cut(good, length));
            refused(bad, "link", dko, bad, "-o", folder.resolve("out.ko"));
        }
    }

    @Test
    void aFlippedBitIsRefused() throws Exception {
        var good = Files.readAllBytes(dko);
        var bad = folder.resolve("flipped.dko");
        for (int place = 0; place < good.length; place += 37) {
            Files.write(bad, flipped(good, place));
            refused(bad, "link", bad, khd, "-o", folder.resolve("out.ko"));
        }
    }

    /** Header data is read as far as it is needed: a bit in the rest may go unnoticed, and changes nothing. */
    @Test
    void aFlippedBitOfAKernelIsRefusedOrOfNoAccount() throws Exception {
        var good = Files.readAllBytes(khd);
        var bad = folder.resolve("flipped.khd");
        var out = folder.resolve("out.ko");
        int refused = 0;
        for (int place = 0; place < good.length; place += 61) {
            Files.write(bad, flipped(good, place));
            var ran = assertTimeout(LONGEST, () -> appliance.run("link", dko, bad, "-o", out));
            if (ran.status() == 0) {
                assertEquals(-1, Arrays.mismatch(module, Files.readAllBytes(out)), "byte " + place);
                Files.delete(out);
            } else {
                refused++;
                assertEquals(2, ran.status(), "byte " + place + ": " + ran);
                assertTrue(ran.err().contains("flipped.khd"), ran.toString());
                assertEquals(List.of("flipped.khd"), left());
            }
        }
        assertTrue(refused * 61 > good.length / 2, refused + " were noticed");
    }

    @Test
    void filesInTheWrongPlaceAreRefused() throws Exception {
        var out = folder.resolve("out.ko");
        refused(khd, "link", khd, dko, "-o", out);
        refused(dko, "link", dko, dko, "-o", out);
        var object = given.resolve("m.ko");
        refused(object, "link", object, khd, "-o", out);
        refused(object, "link", dko, object, "-o", out);
        refused(object, "show", object);
        refused(given, "link", given, khd, "-o", out);
        refused(given, "link", dko, given, "-o", out);
        refused(dko, "ingest", dko, "-o", folder.resolve("out.khd"));
        refused(given, "compile", given, "-o", folder.resolve("out.dko"));
    }

    @Test
    void filesOfAnotherVersionAreRefused() throws Exception {
        var bytes = Files.readAllBytes(dko);
        var text = new String(bytes, 0, 15, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals("LATEBIND-DKO 4\n", text);
        bytes[13] = '9';
        var other = Files.write(folder.resolve("other.dko"), bytes);
        refused(other, "link", other, khd, "-o", folder.resolve("out.ko"));
        var ran = appliance.run("show", other);
        assertTrue(ran.err().contains("of another version"), ran.toString());
        assertTrue(ran.err().contains("help:"), ran.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/full", "/dev/null", "/proc/self/mem"})
    void filesWithoutAnEndAreRefused(String device) throws Exception {
        Needs.that(Files.exists(Path.of(device)), device);
        refused(Path.of(device), "link", device, khd, "-o", folder.resolve("out.ko"));
        refused(Path.of(device), "link", dko, device, "-o", folder.resolve("out.ko"));
        refused(Path.of(device), "ingest", device, "-o", folder.resolve("out.khd"));
    }

    // ---- what cannot be written

    @Test
    void anOutputThatCannotBeWrittenIsRefused() throws Exception {
        var nowhere = folder.resolve("nowhere/out.ko");
        refused(nowhere, "link", dko, khd, "-o", nowhere);
        refused(nowhere, "ingest", given.resolve("linux-headers-1.0-small"), "-o", nowhere);
        refused(nowhere, "compile", given.resolve("m.c"), "-o", nowhere);
        var file = Files.writeString(folder.resolve("file"), "kept");
        refused(file, "link", dko, khd, "-o", file.resolve("out.ko"));
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void aFailedLinkKeepsTheOldOutput() throws Exception {
        var out = Files.writeString(folder.resolve("out.ko"), "old");
        var bad = Files.write(folder.resolve("bad.khd"), cut(Files.readAllBytes(khd), 900));
        refused(bad, "link", dko, bad, "-o", out);
        assertEquals("old", Files.readString(out));
    }

    @Test
    void aFullDiskIsTold() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        Needs.optional(
                root("mount", "-t", "tmpfs", "-o", "size=4k", "none", disk.toString()), "the right to mount a small file system");
        try {
            // The one page that the file system has is taken.
            Files.write(disk.resolve("full"), new byte[4096]);
            refused(disk.resolve("out.ko"), "link", dko, khd, "-o", disk.resolve("out.ko"));
            refused(disk.resolve("out.dko"), "compile", given.resolve("m.c"), "-o", disk.resolve("out.dko"));
            refused(disk.resolve("out.khd"), "ingest",
                    given.resolve("linux-headers-1.0-small"), "-o", disk.resolve("out.khd"));
            try (var files = Files.list(disk)) {
                assertEquals(List.of(disk.resolve("full")), files.toList());
            }
        } finally {
            assertTrue(root("umount", disk.toString()), "a file is still open there");
            Files.delete(disk);
        }
    }

    private static boolean root(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    @AfterEach
    void nothingElseIsWritten() throws IOException {
        try (var files = Files.list(given)) {
            assertEquals(List.of("k.khd", "linux-headers-1.0-small", "m.c", "m.dko", "m.ko"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
