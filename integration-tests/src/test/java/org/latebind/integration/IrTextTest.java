package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Command;
import org.latebind.kit.Distribution;

/** The deferred IR prints as text, and the text is as good as the file. */
class IrTextTest {
    @TempDir
    private Path folder;

    @Test
    void theTextReadsBackToTheSameBytes() throws Exception {
        var example = Distribution.ROOT.resolve("distribution/example").toString();
        latebind("compile", "-o", "m.dko", example);
        var text = latebind("show", "m.dko");
        assertTrue(text.contains("file \"device.c\""), text);
        Files.writeString(folder.resolve("m.lir"), text);
        assertEquals(text, latebind("show", "m.lir"));
        assertTrue(latebind("show", "m.dko", "--stats").contains("structured "));
    }

    private String latebind(String... words) throws Exception {
        return Command.latebind(folder, words).run().done();
    }
}
