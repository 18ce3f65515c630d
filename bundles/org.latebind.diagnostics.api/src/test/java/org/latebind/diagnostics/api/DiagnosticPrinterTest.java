package org.latebind.diagnostics.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
    private static final SourceFile FILE = new SourceFile("a.c", Origin.MODULE);

    private static List<String> printed(String line, int column, int length) {
        var diagnostic = Diagnostic.error("LB0000", new Position(FILE, 1, column), "no").withLength(length);
        return new DiagnosticPrinter((file, number) -> Optional.of(line)).print(diagnostic).lines().toList();
    }

    @Test
    void aLineIsShownWithItsPlaceAndLength() {
        assertEquals(List.of("a.c:1:2: error[LB0000]: no", "    1 | \tint x;", "      | \t^~~"), printed("\tint x;", 2, 3));
    }

    @Test
    void ofALongLineTheSurroundingsAreShown() {
        var line = "a".repeat(1000) + "bbb" + "c".repeat(1_000_000);
        var shown = printed(line, 1001, 3);
        assertTrue(shown.get(1).endsWith("abbb" + "c".repeat(97) + "..."), shown.get(1));
        assertTrue(shown.get(1).startsWith("    1 | ...a"), shown.get(1));
        int caret = shown.get(2).indexOf('^');
        assertEquals("bbb", shown.get(1).substring(caret, caret + 3));
        assertEquals("^~~", shown.get(2).substring(caret));
    }

    @Test
    void noPlaceOrLengthLeadsOutOfTheLine() {
        assertEquals("      |      ^", printed("short", 900, 5).get(2));
        assertEquals("      | ^~~~~", printed("short", 1, 5000).get(2));
        var end = printed("x".repeat(5000), 5001, 7);
        assertTrue(end.get(1).endsWith("x") && end.get(2).endsWith("^"), end.toString());
    }
}
