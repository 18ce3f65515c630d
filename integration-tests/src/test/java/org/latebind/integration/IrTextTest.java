package org.latebind.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Command;
import org.latebind.kit.Distribution;
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
        return Command.latebind(folder, words).run().done();
    }
}
