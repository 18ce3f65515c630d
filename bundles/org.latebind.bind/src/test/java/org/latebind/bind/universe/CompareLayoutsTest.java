package org.latebind.bind.universe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.latebind.bind.SmallHeaders;
import org.latebind.btf.Btf;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.headers.api.HeaderReport;
import org.latebind.kit.BtfSection;
import org.latebind.kit.BtfSection.Part;
import org.latebind.layout.LayoutProvider;
import org.latebind.parser.GnuCParser;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.sema.AnalyzeUnit;

class CompareLayoutsTest {
    private static Btf read(BtfSection section) {
        return Btf.read("test", section.bytes());
    }

    private static LayoutReport report(Btf btf, Map<String, String> texts) {
        var headers = SmallHeaders.of(texts);
        var uniting = headers.united();
        var model = SmallHeaders.TARGET.dataModel();
        var layouts = new LayoutProvider();
        var comparison = new CompareLayouts(btf, uniting.units().includers(), model.pointer().size());
        for (var scope : uniting.units().units()) {
            var found = new HeaderTypes(scope, new GnuLexer(), new GnuCParser(), new AnalyzeUnit(layouts), headers.target());
            found.find(comparison::isNew);
            comparison.add(found, layouts.layouts(found.unit().types(), model));
        }
        return comparison.report(new HeaderReport("1.0", uniting.units().units().size(), uniting.verdicts()));
    }

    @Test
    void whatIsEqualIsCounted() {
        var btf = new BtfSection();
        int number = btf.integer("int", 4);
        btf.struct("pair", 8, new Part("a", number, 0), new Part("b", number, 32));
        btf.enumeration("state", 4, new Part("OFF", 0, 0), new Part("ON", 1, 0));
        btf.typedef("count_t", number);
        var report = report(read(btf), Map.of("linux/a.h",
                "struct pair { int a, b; }; enum state { OFF, ON }; typedef unsigned count_t; struct unknown { int x; };"));
        assertEquals(List.of(), report.mismatches());
        assertEquals(new TreeMap<>(Map.of("struct", 1, "enum", 1, "typedef", 1)), report.compared());
        assertEquals(4, report.members());
    }

    @Test
    void aMemberElsewhereAndAnotherValueAreMismatches() {
        var btf = new BtfSection();
        int number = btf.integer("int", 4);
        btf.struct("pair", 8, new Part("a", number, 32), new Part("b", number, 0));
        btf.enumeration("state", 4, new Part("OFF", 0, 0), new Part("ON", 2, 0));
        btf.typedef("count_t", btf.integer("long", 8));
        var report = report(read(btf), Map.of("linux/a.h",
                "struct pair { int a, b; }; enum state { OFF, ON }; typedef unsigned count_t;"));
        assertEquals(List.of(
                "enum state of include/linux/a.h: ON = 1, BTF has ON = 2",
                "struct pair of include/linux/a.h: a at bit 0, 4 bytes, BTF has a at bit 32, 4 bytes",
                "typedef count_t of include/linux/a.h: 4 bytes, BTF has 8 bytes"), report.mismatches());
    }

    @Test
    void whatCannotBeLaidOutIsAnError() {
        var btf = new BtfSection();
        int number = btf.integer("int", 4);
        btf.struct("good", 4, new Part("a", number, 0));
        btf.struct("pair", 8, new Part("a", number, 0), new Part("b", number, 32));
        var errors = CheckLayoutsPass.errors(report(read(btf), Map.of("linux/a.h",
                "struct good { int a; }; struct pair { int a; struct nowhere b; };")));
        assertTrue(!errors.isEmpty() && errors.stream().allMatch(error -> error.code().equals("LB5211")), errors.toString());
    }

    @Test
    void aDefinitionThatIsNotFoundCountsAsNotLaidOut() {
        var btf = new BtfSection();
        btf.struct("inside", 4, new Part("a", btf.integer("int", 4), 0));
        var report = report(read(btf), Map.of("linux/a.h",
                "struct outside { char a[sizeof(struct inside { int a; })]; }; struct other { char a[sizeof(struct hidden { int a; })]; };"));
        assertEquals(List.of("struct inside: its definition is not found"), report.unusable());
    }

    /** Each record without a tag has two members of the next. */
    @Test
    void aRecordHasNoEndlessMembers() {
        var btf = new BtfSection();
        int inside = btf.integer("int", 4);
        for (int i = 0; i < 40; i++) {
            inside = btf.struct(i == 39 ? "wide" : "", 0, new Part("a", inside, 0), new Part("b", inside, 0));
        }
        var headers = new StringBuilder("typedef int t0;\n");
        for (int i = 1; i < 40; i++) {
            headers.append("typedef struct { t" + (i - 1) + " a[0], b[0]; } t" + i + ";\n");
        }
        headers.append("struct wide { t39 a[0], b[0]; };");
        for (var either : List.of(headers.toString(), "struct wide { int a, b; };")) {
            var report = report(read(btf), Map.of("linux/a.h", either));
            assertEquals(1, report.unusable().size(), report.toString());
            assertTrue(report.unusable().getFirst().startsWith("struct wide: LB5213: a record has too many members"), report.toString());
        }
    }

    @Test
    void thatNoStructIsEqualIsAnError() {
        var btf = new BtfSection();
        int number = btf.integer("int", 4);
        btf.typedef("count_t", number);
        var headers = Map.of("linux/a.h", "typedef int count_t; struct pair { int a, b; };");
        assertEquals(List.of("LB5212"), codes(report(read(btf), headers)));
        btf.struct("pair", 8, new Part("a", number, 0), new Part("b", number, 32));
        assertEquals(List.of(), codes(report(read(btf), headers)));
    }

    private static List<String> codes(LayoutReport report) {
        return CheckLayoutsPass.errors(report).stream().map(Diagnostic::code).toList();
    }

    @Test
    void aPrivateTypeWithOtherMembersIsANamesake() {
        var btf = new BtfSection();
        btf.struct("clk", 4, new Part("rate", btf.integer("int", 4), 0));
        var report = report(read(btf), Map.of("linux/a.h", "struct clk { long parent; };"));
        assertEquals(List.of("struct clk of include/linux/a.h"), report.namesakes());
        assertEquals(List.of(), report.mismatches());
    }

    @Test
    void aHomonymHasLessThanHalfOfTheNamesInCommon() {
        var btf = new BtfSection();
        int integer = btf.integer("int", 4);
        btf.struct("cfg", 12, new Part("a", integer, 0), new Part("b", integer, 32), new Part("c", integer, 64));
        assertEquals(List.of("struct cfg of include/linux/a.h"),
                report(read(btf), Map.of("linux/a.h", "struct cfg { long a, x, y; };")).namesakes());
        for (var ours : List.of("struct cfg { long a, b; };", "struct cfg { long b, c, x, y, z; };", "struct cfg { long a; };")) {
            var report = report(read(btf), Map.of("linux/a.h", ours));
            assertEquals(List.of(), report.namesakes(), ours);
            assertEquals(1, report.mismatches().size(), ours);
        }
    }

    @Test
    void anotherArchitecturesHeaderIsAnAlternativeIfNoHeaderLeadsToIt() {
        var btf = new BtfSection();
        btf.struct("stat", 4, new Part("x", btf.integer("int", 4), 0));
        var headers = new TreeMap<>(Map.of(
                "linux/hard.h", "#include <asm/hard.h>", "asm/hard.h", "struct stat { int x; };",
                "asm-generic/hard.h", "struct stat { long x; };"));
        var report = report(read(btf), headers);
        assertEquals(List.of(), report.mismatches());
        assertEquals(List.of("struct stat of include/asm-generic/hard.h; BTF has that of include/asm/hard.h"), report.alternatives());

        headers.put("linux/soft.h", "#include <asm-generic/hard.h>");
        assertEquals(List.of("struct stat of include/asm-generic/hard.h: 8 bytes, BTF has 4 bytes"),
                report(read(btf), headers).mismatches());
    }

    @Test
    void noHeaderNeedsToLeadToTheOneThatIsEqual() {
        var btf = new BtfSection();
        btf.struct("cache", 4, new Part("x", btf.integer("int", 4), 0));
        var report = report(read(btf), Map.of("linux/slab.h", "struct cache { long x; };", "linux/slub.h", "struct cache { int x; };"));
        assertEquals(List.of("struct cache of include/linux/slab.h; BTF has that of include/linux/slub.h"), report.alternatives());
        assertEquals(List.of(), report.mismatches());
    }

    @Test
    void whatIsNowhereAsBtfHasItIsNoAlternative() {
        var btf = new BtfSection();
        btf.struct("stat", 4, new Part("x", btf.integer("int", 4), 0));
        var report = report(read(btf), Map.of(
                "asm/hard.h", "struct stat { short x; };", "asm-generic/hard.h", "struct stat { long x; };"));
        assertEquals(2, report.mismatches().size());
    }

    @Test
    void whatBtfOnlyDeclaresIsNotCompared() {
        var btf = new BtfSection();
        btf.typedef("argument", btf.forward(""));
        btf.enumeration("kind", 4);
        var report = report(read(btf), Map.of("linux/a.h", "typedef union { int *a; } argument; enum kind { FIRST };"));
        assertEquals(List.of("enum kind", "typedef argument"), report.declared());
        assertEquals(List.of(), report.mismatches());
        assertEquals(List.of(), report.namesakes());
    }

    @Test
    void oldBtfHasTheLowHalvesOfWideEnumerators() {
        var btf = new BtfSection();
        btf.enumeration("flags", 8, new Part("LOW", 3, 0), new Part("HIGH", 0, 0));
        btf.enumeration("wrong", 8, new Part("BELOW", 4, 0), new Part("ABOVE", 0, 0));
        var report = report(read(btf), Map.of("linux/a.h",
                "enum flags { LOW = 3, HIGH = 1UL << 63 }; enum wrong { BELOW = 5, ABOVE = 1UL << 63 };"));
        assertEquals(List.of("enum wrong of include/linux/a.h: BELOW = 5, BTF has BELOW = 4"), report.mismatches());
    }

    @Test
    void newBtfHasThemWhole() {
        var btf = new BtfSection();
        btf.enumeration64("flags", 8, new Part("LOW", 3, 0), new Part("HIGH", 0, 0));
        assertEquals(List.of("enum flags of include/linux/a.h: HIGH = 9223372036854775808, BTF has HIGH = 0"),
                report(read(btf), Map.of("linux/a.h", "enum flags { LOW = 3, HIGH = 1UL << 63 };")).mismatches());
    }
}
