package org.latebind.diagnostics.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static Optional<String> nearest(String wanted, String... names) {
        return Spelling.nearest(wanted, List.of(names));
    }

    @Test
    void aLetterChangedAddedLeftOutOrSwapped() {
        assertEquals(Optional.of("link"), nearest("lonk", "check", "link"));
        assertEquals(Optional.of("link"), nearest("linkk", "check", "link"));
        assertEquals(Optional.of("link"), nearest("lik", "check", "link"));
        assertEquals(Optional.of("link"), nearest("lnik", "check", "link"));
        assertEquals(Optional.of("task_struct"), nearest("task_strct", "task_group", "task_struct"));
    }

    @Test
    void aWordOfTheName() {
        assertEquals(Optional.of("wake_cpu"), nearest("cpu", "pid", "wake_cpu"));
    }

    @Test
    void nothingThatIsFarAway() {
        assertEquals(Optional.empty(), nearest("help", "shell", "show"));
        assertEquals(Optional.empty(), nearest("x", "y"));
        assertEquals(Optional.empty(), nearest("anything"));
    }
}
