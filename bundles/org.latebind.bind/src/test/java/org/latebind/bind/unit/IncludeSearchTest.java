package org.latebind.bind.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latebind.bind.SmallHeaders;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.IncludeResolver.Request;

class IncludeSearchTest {
    private static DeferredFile file(String path) {
        return new DeferredFile(new GnuLexer().lex(new SourceFile(path, Origin.MODULE), "", d -> { }), List.of(), Optional.empty());
    }

    /** As gcc drops them: else #include_next would find the very file that it stands in. */
    @Test
    void aFolderThatIsNamedTwiceIsSearchedOnce() {
        var unit = new UnitPlan("m", "m.c", List.of(".", "inc", "."), List.of());
        var module = new DeferredModule(List.of(file("m.c"), file("a.h"), file("inc/a.h")),
                new BuildDescription.Listed(List.of(new ModulePlan("m", List.of(unit)))));
        var search = new IncludeSearch(module, unit, SmallHeaders.of(Map.of()));
        var first = search.resolve(new Request("a.h", true, false, module.files().getFirst().tokens().file(), -1)).orElseThrow();
        assertEquals("a.h", first.file().file().path());
        var second = search.resolve(new Request("a.h", true, true, first.file().file(), first.slot())).orElseThrow();
        assertEquals("inc/a.h", second.file().file().path());
        assertEquals(Optional.empty(), search.resolve(new Request("a.h", true, true, second.file().file(), second.slot())));
    }
}
