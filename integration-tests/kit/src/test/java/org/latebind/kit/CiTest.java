package org.latebind.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What is lenient on a developer's machine is a failure in CI. */
class CiTest {
    @TempDir
    Path folder;

    @Test
    void aMissingToolSkipsOrFails() {
        assertThrows(TestAbortedException.class, () -> Needs.missing("a tool", Map.of()));
        var failed = assertThrows(AssertionError.class, () -> Needs.missing("a tool", Map.of("LATEBIND_CI", "required")));
        assertTrue(failed.getMessage().contains("a tool"), failed.getMessage());
    }

    @Test
    void aProgramIsOnThePathOrNot() {
        assertTrue(Needs.isThere("sh"));
        assertEquals("sh", Needs.first(List.of("no-such-program", "sh")).orElseThrow());
    }

    @Test
    void expectedOutputsAreNotRewritten() {
        assertThrows(AssertionError.class, () -> Golden.refuse(Map.of("CI", "true")));
        // Elsewhere nothing is thrown.
        Golden.refuse(Map.of("CI", "false"));
        Golden.refuse(Map.of());
    }

    @Test
    void anotherOutputThanTheExpectedOneFails() throws IOException {
        var input = Files.writeString(folder.resolve("x.c"), "");
        Files.writeString(folder.resolve("x.err"), "expected\n");
        Golden.assertSame(input, ".err", "expected\n");
        assertThrows(AssertionError.class, () -> Golden.assertSame(input, ".err", "other\n"));
        assertThrows(IOException.class, () -> Golden.assertSame(input, ".out", "expected\n"));
    }
}
