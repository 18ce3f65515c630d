package org.latebind.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event logs of a kernel's headers are a cache: with them and without them a link gives the same bytes. */
class EventLogsTest {
    private static final List<String> MODULES = List.of("latebind_example", "vpoll");
    private static final Pattern COUNTS = Pattern.compile("(\\d+)\\s+bind: header tokens: in (reused|processed)");

    @TempDir
    private Path folder;

    @Test
    void linksAgreeWithAndWithoutThem() throws Exception {
        for (var kernel : RealKernels.kernels()) {
            var khd = kernel.headerData().toString();
            for (var module : MODULES) {
                var dko = RealKernels.deferredModule(module).toString();
                var with = latebind("run", pipeline("with", "").toString(), dko, khd, "--time", "-o", "with.ko");
                var without = latebind(
                        "run", pipeline("without", " fragments=off").toString(), dko, khd, "--time", "-o", "without.ko");
                assertArrayEquals(Files.readAllBytes(folder.resolve("without.ko")),
                        Files.readAllBytes(folder.resolve("with.ko")), module + " for " + kernel.release());
                assertTrue(count(with, "reused") > 10 * count(with, "processed"), with);
                assertEquals(0, count(without, "reused"), without);
            }
        }
    }

    private Path pipeline(String name, String option) throws Exception {
        var text = Files.readString(Distribution.HOME.resolve("pipelines/link.pipeline"))
                .replaceFirst("(?m)^pass bind\\b", "pass bind" + option);
        return Files.writeString(folder.resolve(name + ".pipeline"), text);
    }

    private static long count(String times, String what) {
        var matcher = COUNTS.matcher(times);
        while (matcher.find()) {
            if (matcher.group(2).equals(what)) {
                return Long.parseLong(matcher.group(1));
            }
        }
        throw new AssertionError("no count of tokens " + what + " in\n" + times);
    }

    private String latebind(String... words) throws Exception {
        var command = new ArrayList<>(List.of("sh", Distribution.HOME.resolve("latebind").toString()));
        command.addAll(List.of(words));
        var out = folder.resolve("out.txt");
        var builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        assertTrue(process.waitFor(10, TimeUnit.MINUTES));
        var text = Files.readString(out, UTF_8);
        assertEquals(0, process.exitValue(), text);
        return text;
    }
}
