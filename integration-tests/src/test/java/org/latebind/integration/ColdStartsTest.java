package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Distribution;
import org.latebind.kit.SmallKernel;

/**
 * The archive unpacked elsewhere, in a folder with a space in its name that nobody may write to, run by an
 * ordinary user without a home, ten times at once.
 */
class ColdStartsTest {
    private static final int AT_ONCE = 10;
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private Path folder;
    private Path installation;
    private Path outputs;
    private Path temporary;

    @BeforeEach
    void install() throws Exception {
        folder = Files.createTempDirectory("latebind-cold");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var elsewhere = Files.createDirectory(folder.resolve("some where"));
        try (var files = Files.list(Distribution.HOME.getParent())) {
            var archive = files.filter(f -> f.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
            shell("tar", "xzf", archive.toString(), "-C", elsewhere.toString());
        }
        try (var files = Files.list(elsewhere)) {
            installation = files.findFirst().orElseThrow();
        }
        shell("chmod", "-R", "a-w,a+rX", elsewhere.toString());
        outputs = Files.createDirectory(folder.resolve("outputs"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
        Files.writeString(outputs.resolve("m.c"), SmallKernel.MODULE);
        SmallKernel.write(outputs.resolve("linux-headers-1.0-small"));
        if (ROOT) {
            shell("chown", "-R", "65534:65534", outputs.toString(), temporary.toString());
        }
    }

    @AfterEach
    void remove() throws Exception {
        shell("chmod", "-R", "u+w", folder.toString());
        shell("rm", "-rf", folder.toString());
    }

    @Test
    void tenLinksAtOnceLeaveNothingButTheirOutputs() throws Exception {
        var before = tree(installation);
        finished(List.of(start("compile", "m.c", "-o", "m.dko"), start("ingest", "linux-headers-1.0-small", "-o", "k.khd")));
        var started = new ArrayList<Process>();
        for (int i = 0; i < AT_ONCE; i++) {
            started.add(start("link", "m.dko", "k.khd", "-o", "out" + i + ".ko"));
        }
        finished(started);
        for (int i = 1; i < AT_ONCE; i++) {
            assertEquals(-1, Files.mismatch(outputs.resolve("out0.ko"), outputs.resolve("out" + i + ".ko")));
        }
        assertEquals(List.of(), names(temporary));
        var expected = Stream.concat(
                Stream.of("k.khd", "linux-headers-1.0-small", "m.c", "m.dko"),
                IntStream.range(0, AT_ONCE).mapToObj(i -> "out" + i + ".ko")).sorted().toList();
        assertEquals(expected, names(outputs));
        assertEquals(before, tree(installation));
    }

    private void finished(List<Process> processes) throws Exception {
        for (var process : processes) {
            var said = new String(process.getInputStream().readAllBytes());
            assertTrue(process.waitFor(10, TimeUnit.MINUTES));
            assertEquals(0, process.exitValue(), said);
            assertEquals("", said);
        }
    }

    private Process start(String... words) throws IOException {
        var command = new ArrayList<String>();
        if (ROOT) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(installation.resolve("latebind").toString());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(outputs.toFile()).redirectErrorStream(true);
        var path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", temporary.toString());
        return builder.start();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** Every file with its size and time of change. */
    private static TreeMap<Path, String> tree(Path folder) throws IOException {
        var found = new TreeMap<Path, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                found.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return found;
    }

    private static void shell(String... command) throws Exception {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), String.join(" ", command));
    }
}
