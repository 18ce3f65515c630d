package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.kit.Distribution;

/** The launcher script, as a user with nothing but a PATH meets it. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"compile", "ingest", "link", "show", "cc", "passes", "plan", "run", "dump", "shell"})
    void everyCommandHasHelp(String command) throws Exception {
        var ran = run(command, "--help");
        assertEquals(0, ran.status(), ran.text());
        assertTrue(ran.text().contains("Usage: latebind " + command), ran.text());
        assertTrue(ran.text().contains("Exit status:"), ran.text());
    }

    @Test
    void badUsageIsTwo() throws Exception {
        var ran = run("link", "--nonsense", "a.dko", "b.khd");
        assertEquals(2, ran.status());
        assertTrue(ran.text().contains("error[LB9020]: unknown option: '--nonsense'"), ran.text());
    }

    @Test
    void aMissingFileIsTwo() throws Exception {
        var ran = run("show", "missing.dko");
        assertEquals(2, ran.status());
        assertTrue(ran.text().contains("error[LB9023]: there is no file"), ran.text());
    }

    @Test
    void aForeignFileIsTwo() throws Exception {
        Files.writeString(folder.resolve("foreign.dko"), "not a deferred module");
        var ran = run("show", "foreign.dko");
        assertEquals(2, ran.status(), ran.text());
        assertTrue(ran.text().contains("error[LB"), ran.text());
    }

    @Test
    void aFailedCompileLeavesNothing() throws Exception {
        Files.writeString(folder.resolve("bad.c"), "int f( { return 1; }\n");
        var ran = run("compile", "-o", "bad.dko", "bad.c");
        assertEquals(1, ran.status(), ran.text());
        assertTrue(ran.text().contains("bad.c:1:"), ran.text());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("bad.c"), folder.resolve("tmp")), files.sorted().toList());
        }
    }

    @Test
    void theSameSourceGivesTheSameBytes() throws Exception {
        Files.writeString(folder.resolve("m.c"),
                "#include <linux/module.h>\nstatic int __init start(void) { return 0; }\nmodule_init(start);\n");
        for (var name : List.of("a.dko", "b.dko")) {
            var ran = run("compile", "--name", "m", "-o", name, "m.c");
            assertEquals(0, ran.status(), ran.text());
        }
        assertEquals(-1, Files.mismatch(folder.resolve("a.dko"), folder.resolve("b.dko")));
    }

    @Test
    void severalAtOnceLeaveNothingBehind() throws Exception {
        var started = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            started.add(start(folder.resolve("out" + i), "passes"));
        }
        for (var process : started) {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue());
        }
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatAKilledProcessLeftIsDeletedByTheNext() throws Exception {
        var killed = Files.createDirectories(folder.resolve("tmp/latebind-1/cache/bundle1")).getParent().getParent();
        Files.writeString(killed.resolve("cache/bundle1/revision"), "");
        Files.writeString(killed.resolve("lock"), "");
        var starting = Files.createDirectory(folder.resolve("tmp/latebind-2"));
        var others = Files.createDirectory(folder.resolve("tmp/another"));
        var living = Files.createDirectory(folder.resolve("tmp/latebind-3"));
        try (var lock = FileChannel.open(living.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            assertEquals(0, run("help").status());
        }
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertEquals(Set.of(starting, others, living), left.collect(Collectors.toSet()));
        }
    }

    @Test
    void anInterruptedProcessLeavesNothingAndSaysSo() throws Exception {
        var process = start(folder.resolve("output.txt"), "shell");
        while (Files.list(folder.resolve("tmp")).findAny().isEmpty()) {
            Thread.sleep(10);
        }
        process.toHandle().destroy(); // SIGTERM
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(128 + 15, process.exitValue(), Files.readString(folder.resolve("output.txt")));
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFullTemporaryFolderIsNamed() throws Exception {
        var full = Files.createDirectories(folder.resolve("tmp"));
        var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16k", "none", full.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Assumptions.assumeTrue(mount.waitFor() == 0, "SKIPPED: no small file system can be mounted here");
        try {
            var ran = run("passes");
            assertEquals(2, ran.status(), ran.text());
            assertTrue(ran.text().contains("the temporary folder " + full) && ran.text().contains("TMPDIR"), ran.text());
        } finally {
            assertEquals(0, new ProcessBuilder("umount", full.toString()).start().waitFor());
        }
    }

    @Test
    void aMistypedCommandIsGuessed() throws Exception {
        var ran = run("lnik");
        assertEquals(2, ran.status(), ran.text());
        assertTrue(ran.text().contains("did you mean 'link'?"), ran.text());
        assertTrue(run("help", "link").text().contains("Usage: latebind link"));
    }

    private record Ran(int status, String text) {}

    private Ran run(String... words) throws Exception {
        var out = folder.resolve("tmp").resolveSibling("output.txt");
        var process = start(out, words);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        var text = Files.readString(out);
        Files.delete(out);
        return new Ran(process.exitValue(), text);
    }

    private Process start(Path out, String... words) throws IOException {
        var temporary = Files.createDirectories(folder.resolve("tmp"));
        var command = new ArrayList<>(List.of("sh", Distribution.HOME.resolve("latebind").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        var path = builder.environment().get("PATH");
        var java = System.getProperty("java.home");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LATEBIND_JAVA_HOME", java);
        builder.environment().put("TMPDIR", temporary.toString());
        return builder.start();
    }
}
