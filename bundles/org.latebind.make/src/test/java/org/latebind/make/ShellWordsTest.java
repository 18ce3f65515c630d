package org.latebind.make;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
    @Test
    void quotesJoinAndGo() {
        assertEquals(List.of("a", "b c", "d\"e", "f\\g", "h i", "", "x'y"),
                ShellWords.split(" a\t'b c' d'\"'e \"f\\g\" h\\ i '' \"x'y\"\n"));
        assertEquals(List.of("$a", "\"", "\\"), ShellWords.split("\"\\$a\" \\\" '\\'"));
        assertEquals(List.of(), ShellWords.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a b", "\"a b"})
    void whatIsNotClosedGoesToTheEnd(String text) {
        assertEquals(List.of("a b"), ShellWords.split(text));
    }

    @Test
    void aBackslashAtTheEndStays() {
        assertEquals(List.of("a\\"), ShellWords.split("a\\"));
    }
}
