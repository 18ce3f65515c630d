package org.latebind.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticPagesTest {
    private static final String ENTRY = """
            Pages of a bundle.

            ## LB4004: no such member

            A member access names a member.

                p->nothing

            ## LB4001: not declared
            A name.
            """;

    private final DiagnosticPages pages = new DiagnosticPages(List.of(ENTRY, "## LB4001: of an older revision\nOld."));

    @Test
    void pagesAreSplitAtTheirHeadings() {
        assertEquals(List.of("LB4001", "LB4004"), pages.codes());
        var page = pages.page("LB4004").orElseThrow();
        assertEquals("no such member", page.title());
        assertEquals("A member access names a member.\n\n    p->nothing", page.text());
        assertEquals("## LB4004: no such member\n\nA member access names a member.\n\n    p->nothing\n", page.markdown());
    }

    @Test
    void theFirstEntryOfACodeIsTaken() {
        assertEquals("not declared", pages.page("LB4001").orElseThrow().title());
    }

    @Test
    void aCodeIsFoundAsItIsWrittenAndAsItIsPrinted() {
        for (var written : List.of("LB4004", "lb4004", "4004", "error[LB4004]", "error[LB4004]:", "[LB4004]")) {
            assertTrue(pages.page(written).isPresent(), written);
        }
        for (var written : List.of("", "LB", "LB400", "LB40041", "LB9999", "nonsense")) {
            assertTrue(pages.page(written).isEmpty(), written);
        }
    }
}
