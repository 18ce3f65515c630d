package org.latebind.bind.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.latebind.bind.SmallHeaders;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.kmod.api.ObjectSources.OwnFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.IncludeResolver.Request;

class ReachedFilesTest {
    private final UnitPlan unit = new UnitPlan("sub/m", "sub/m.c", List.of(".", "inc"), List.of());
    private final DeferredModule module = new DeferredModule(
            Stream.of("a.h", "inc/b.h", "inc/c.h", "sub/m.c", "sub/near.h")
                    .map(path -> file(path, path.endsWith("c.h") ? "#pragma once\n" : ""))
                    .toList(),
            new BuildDescription.Listed(List.of(new ModulePlan("m", List.of(unit)))));
    private final ReachedFiles reached =
            new ReachedFiles(module, new IncludeSearch(module, unit, SmallHeaders.of(Map.of())));

    private static DeferredFile file(String path, String text) {
        return new DeferredFile(
                new GnuLexer().lex(new SourceFile(path, Origin.MODULE), text, d -> { }), List.of(), Optional.empty());
    }

    private void include(String spelling, boolean angled, String includer) {
        var request = new Request(spelling, angled, false, new SourceFile(includer, Origin.MODULE), -1);
        assertTrue(reached.resolve(request).isPresent(), spelling);
    }

    private List<String> names() {
        return reached.sources(unit).headers().stream().map(OwnFile::name).toList();
    }

    @Test
    void namesAreAsGccListsThem() {
        include("near.h", false, "sub/m.c");
        include("../a.h", false, "sub/m.c");
        include("../inc/b.h", false, "sub/m.c");
        include("c.h", false, "inc/b.h");
        include("a.h", true, "sub/m.c");
        include("b.h", false, "sub/m.c");
        assertEquals(
                List.of("sub/near.h", "sub/../a.h", "sub/../inc/b.h", "sub/../inc/c.h", "a.h", "inc/b.h"), names());
        assertEquals("sub/m.c", reached.sources(unit).source().name());
    }

    @Test
    void eachLookupIsListedOnce() {
        include("near.h", false, "sub/m.c");
        include("near.h", false, "sub/m.c");
        include("a.h", true, "sub/m.c");
        include("a.h", false, "sub/m.c");
        include("a.h", false, "a.h");
        assertEquals(List.of("sub/near.h", "a.h", "a.h"), names());
    }

    @Test
    void whatIsReadOnceIsListedOnce() {
        include("c.h", true, "sub/m.c");
        include("c.h", false, "inc/b.h");
        assertEquals(List.of("inc/c.h"), names());
    }

    @Test
    void whatIsOnlyTestedIsNotReached() {
        assertTrue(reached.exists(new Request("near.h", false, false, new SourceFile("sub/m.c", Origin.MODULE), -1)));
        assertEquals(List.of(), names());
    }
}
