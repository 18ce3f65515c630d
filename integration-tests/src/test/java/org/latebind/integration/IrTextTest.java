package org.latebind.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZInputStream;

/** The deferred IR prints as text, and the text is as good as the file. */
class IrTextTest {
    private static final int MAGIC = "LATEBIND-DKO 1\n".length();

    @TempDir
    private Path folder;

    @Test
    void theTextReadsBackToTheSameBytes() throws Exception {
        var example = Distribution.ROOT.resolve("distribution/example").toString();
        latebind("compile", "-o", "m.dko", example);
        var text = latebind("show", "m.dko");
        assertTrue(text.contains("file \"device.c\""), text);
        assertEquals(text, contentOf(folder.resolve("m.dko")), "what is packed is not what is shown");

        Files.writeString(folder.resolve("m.lir"), text);
        assertEquals(text, latebind("show", "m.lir"));
        assertTrue(latebind("show", "m.dko", "--stats").contains("structured "));
    }

    private static String contentOf(Path dko) throws IOException {
        var file = Files.readAllBytes(dko);
        try (var in = new XZInputStream(new ByteArrayInputStream(Arrays.copyOfRange(file, MAGIC, file.length)))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private String latebind(String... words) throws Exception {
        var command = new ArrayList<>(List.of("sh", Distribution.HOME.resolve("latebind").toString()));
        command.addAll(List.of(words));
        var out = folder.resolve("out.txt");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), String.join(" ", words));
        return Files.readString(out);
    }
}
