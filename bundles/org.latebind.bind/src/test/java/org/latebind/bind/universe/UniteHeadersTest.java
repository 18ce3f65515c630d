package org.latebind.bind.universe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.latebind.bind.SmallHeaders;
import org.latebind.bind.inspect.HeaderUnitsPrinter;
import org.latebind.headers.api.HeaderReport.Kind;

class UniteHeadersTest {
    private static Kind kind(UniteHeaders uniting, String name) {
        return uniting.verdicts().get("include/" + name).kind();
    }

    @Test
    void headersThatGetAlongShareAUnit() {
        var uniting = SmallHeaders.of(Map.of("linux/a.h", "struct a { int x; };", "linux/b.h", "struct b { struct a a; };")).united();
        assertEquals(1, uniting.units().units().size());
        assertTrue(uniting.units().units().getFirst().tagNames().containsAll(List.of("a", "b")));
    }

    @Test
    void aSecondDefinitionGoesToAUnitOfItsOwnAndLeavesNothingBehind() {
        var uniting = SmallHeaders.of(Map.of(
                "linux/a.h", "struct a { int x; };", "linux/b.h", "#define LEFT\nstruct a { long x; };",
                "linux/c.h", "#ifdef LEFT\n#error LEFT\n#endif\nstruct c { int x; };")).united();
        assertEquals(2, uniting.units().units().size());
        assertEquals(Kind.INGESTED, kind(uniting, "linux/b.h"));
        assertTrue(uniting.units().units().getFirst().tagNames().contains("c"));
    }

    @Test
    void eachHeaderThatIsNotTakenHasItsReason() {
        var uniting = SmallHeaders.of(Map.of(
                "linux/error.h", "#error not alone", "linux/gone.h", "#include <linux/nowhere.h>",
                "linux/x.h", "X(first) X(second)", "linux/good.h", "extern int good;")).united();
        assertEquals(Kind.REFUSED, kind(uniting, "linux/error.h"));
        assertEquals(Kind.REFUSED, kind(uniting, "linux/gone.h"));
        assertEquals(Kind.TEXTUAL, kind(uniting, "linux/x.h"));
        assertEquals(Kind.INGESTED, kind(uniting, "linux/good.h"));
        assertTrue(uniting.verdicts().get("include/linux/error.h").reason().contains("not alone"));
    }

    @Test
    void includersAreThoseOfWhatWasKept() {
        var uniting = SmallHeaders.of(Map.of(
                "linux/a.h", "#include <linux/base.h>", "linux/base.h", "#pragma once\nextern int base;",
                "linux/bad.h", "#include <linux/other.h>\n#error bad", "linux/other.h", "extern int other;")).united();
        assertEquals(Optional.of(List.of("include/linux/a.h")),
                Optional.ofNullable(uniting.units().includers().get("include/linux/base.h")).map(List::copyOf));
        assertTrue(!uniting.units().includers().containsKey("include/linux/other.h"));
    }

    @Test
    void unitsHaveABound() {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < 403; i++) {
            texts.put("linux/a" + i + ".h", "struct a { int x" + i + "; };");
        }
        var uniting = SmallHeaders.of(texts).united();
        assertEquals(400, uniting.units().units().size());
        assertEquals(3, uniting.verdicts().values().stream().filter(verdict -> verdict.kind() == Kind.REFUSED).count());
    }

    @Test
    void unitsArePrinted() throws IOException {
        var units = SmallHeaders.of(Map.of(
                "linux/a.h", "struct a { int x; };", "linux/b.h", "struct a { long x; };")).united().units();
        var text = new StringBuilder();
        assertTrue(new HeaderUnitsPrinter().print(units, Optional.empty(), text));
        assertEquals("unit 1: 1 tags, 0 typedef names\nunit 2: 1 tags, 0 typedef names\n", text.toString());
        text.setLength(0);
        assertTrue(new HeaderUnitsPrinter().print(units, Optional.of("a"), text));
        assertEquals("unit 1: a at include/linux/a.h:1:1\nunit 2: a at include/linux/b.h:1:1\n", text.toString());
        assertTrue(!new HeaderUnitsPrinter().print(units, Optional.of("none"), text));
    }
}
