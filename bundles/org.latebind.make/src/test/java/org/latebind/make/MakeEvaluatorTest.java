package org.latebind.make;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

/** What is there beside variables: rules, places, bounds. */
class MakeEvaluatorTest {
    private static final SourceFile FILE = new SourceFile("m", Origin.MODULE);

    /** As deep as the default, so that the stack is tried, and with less work, so that tests are quick. */
    private static final Limits LIMITS = new Limits(Limits.DEFAULT.depth(), 1 << 18, 10_000_000, 50);

    private static MakeEvaluator evaluated(String makefile) {
        var evaluator = new MakeEvaluator(new FolderHost(Path.of(".")), LIMITS);
        evaluator.evaluate(Makefile.parse(FILE, makefile));
        return evaluator;
    }

    private static Diagnostic refusal(String makefile) {
        return assertThrows(DiagnosticException.class, () -> evaluated(makefile)).diagnostic();
    }

    private static Value known(String text) {
        return Value.of(text);
    }

    @Test
    void rulesAreRecognized() {
        var rules = evaluated("""
                T := a
                $(T) b: c $(T) ; first
                \tsecond \\
                \tstill second
                d:: e
                %.o: %.c | order
                """).rules();
        assertEquals(List.of(known("a b"), known("d"), known("%.o")), rules.stream().map(Rule::targets).toList());
        assertEquals(List.of(" first", "second \\\n\tstill second"),
                rules.getFirst().recipe().stream().map(Rule.RecipeLine::text).toList());
        assertEquals(known(" c a "), rules.getFirst().prerequisites());
        assertEquals(List.of(2, 5, 6), rules.stream().map(rule -> rule.at().line()).toList());
    }

    @Test
    void assignmentsForTargetsAreRecognized() {
        var found = evaluated("A = a.o\n$(A) b.o: override X += $(Y) ; z\n").targetVariables().getFirst();
        assertEquals(known("a.o b.o"), found.targets());
        assertEquals(new Statement.Assignment(new Statement.Modifiers(false, false, true, false), "X", Operator.APPEND,
                "$(Y) ; z"), found.assignment());
    }

    @Test
    void exportsAreKnown() {
        assertEquals(Map.of("A", true, "B", true, "C", false),
                evaluated("export A = 1\nN = B\nexport $(N)\nunexport C\n").exports());
    }

    @Test
    void aRefusalIsAtTheTextThatWasExpanded() {
        assertEquals(new Position(FILE, 3, 1), refusal("define A\nfine\n$(error here)\nendef\nB := $(A)\n").where());
        assertEquals(new Position(FILE, 2, 1), refusal("A = a\nA += $(word 0,b)\nB := $(A)\n").where());
        assertEquals(new Position(FILE, 2, 1), refusal("\nA = x \\\n$(error here)\nB := $(A)\n").where());
    }

    @Test
    void whatIsNotSupportedIsRefused() {
        for (var makefile : List.of("load x.so\n", ".POSIX:\n", "A := $(file >x,y)\n")) {
            assertEquals("LB1224", refusal(makefile).code(), makefile);
        }
    }

    @Test
    void whatIsSaidIsKept() {
        assertEquals(List.of("INFO a", "WARNING b"), evaluated("$(info a)$(warning b)\n").messages().stream()
                .map(message -> message.kind() + " " + message.text().known().orElseThrow()).toList());
    }

    @Test
    void anotherCharacterMayStartRecipes() {
        assertEquals(known("yes"), evaluated(".RECIPEPREFIX = >\na:\n>V = no\n\tV = yes\n").value("V"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "A = $(B)\nB = $(A)\nC := $(A)\n",
        "a = $(call a)\nA := $(call a)\n",
        "a = $(call a,$(1)x$(1))\nA := $(call a,x)\n",
        "a = $(eval $(value a))\n$(a)\n",
        "a = $(eval $$(a))\n$(a)\n",
    })
    void whatHasNoEndIsRefused(String makefile) {
        assertEquals("LB1221", refusal(makefile).code());
    }

    @Test
    void whatGrowsWithoutABoundIsRefused() {
        var ten = "a a a a a a a a a a";
        for (var makefile : List.of(
                "A := aaaaaaaaaaaaaaaa\n" + "A := $(A)$(A)\n".repeat(20),
                "A := aaaaaaaaaaaaaaaa\n" + "A += $(A)\n".repeat(20),
                "A := " + ten + "\n" + "A := $(foreach x,$(A),$(A))\n".repeat(6),
                "A := $(foreach a," + ten + ",$(foreach b," + ten + ",$(foreach c," + ten + ",$(foreach d,"
                        + ten + ",$(foreach e," + ten + ",$(foreach f," + ten + ",$(subst x,y,$(a))))))))\n",
                IntStream.range(0, 40).mapToObj(i -> "A" + i + " = $(A" + (i + 1) + ")$(A" + (i + 1) + ")\n")
                        .reduce("", String::concat) + "B := $(A0)\n",
                "A := " + "$(".repeat(5000) + ")".repeat(5000) + "\n")) {
            assertEquals("LB1221", refusal(makefile).code(), makefile.substring(0, 20));
        }
        assertTrue(refusal("B := " + "$(A".repeat(100_000) + "\n").code().startsWith("LB12"));
    }
}
