package org.latebind.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.kit.Golden;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.syntax.api.Fragment;

/** Preprocessed C: trees by clause, errors as the user sees them, limits. */
class GnuCParserTest {
    private final GnuCParser parser = new GnuCParser();

    @TestFactory
    Stream<DynamicTest> trees() {
        return Golden.tests(Sources.FOLDER.resolve("full"), ".tree", text -> {
            var errors = new StringBuilder();
            var trees = parser.parseDeclarations(
                    Sources.preprocessed(text), Sources.NAMES, Sources.printTo(errors, text));
            assertEquals("", errors.toString());
            return trees.stream().map(tree -> TreeText.of(tree) + "\n").collect(Collectors.joining());
        });
    }

    @TestFactory
    Stream<DynamicTest> errors() {
        return Golden.tests(Sources.FOLDER.resolve("errors"), ".err", text -> {
            var errors = new StringBuilder();
            parser.parseDeclarations(Sources.preprocessed(text), Sources.NAMES, Sources.printTo(errors, text));
            return errors.toString();
        });
    }

    @Test
    @Timeout(60)
    void whatLooksLikeOldFunctionsWithoutEndIsOutlinedInLinearTime() {
        var text = "f(a) x;\n".repeat(100_000) + "int e = 1;\nint g(a) int a; { return a; }\n";
        var outline = parser.outline(Sources.preprocessed(text), d -> { });
        assertEquals(List.of("e", "g"), outline.subList(100_000, outline.size()).stream().flatMap(o -> o.ordinary().stream()).toList());
    }

    /** What the outline says of a stream is what the full parse finds. */
    @TestFactory
    Stream<DynamicTest> outlineAgreesWithParse() {
        return Golden.tests(Sources.FOLDER.resolve("full"), ".outline", text -> {
            var tokens = Sources.preprocessed(text);
            // Pragmas that steer warnings leave no tree.
            var trees = parser.parseDeclarations(tokens, Sources.NAMES, d -> { }).stream()
                    .filter(tree -> !(tree instanceof Declaration.PragmaLine)).toList();
            var outline = parser.outline(tokens, d -> { }).stream()
                    .filter(o -> o.kind() != DeclarationOutline.Kind.PRAGMA).toList();
            assertEquals(trees.stream().map(tree -> tree.span().end()).toList(),
                    outline.stream().map(o -> o.end()).toList());
            for (int i = 0; i < trees.size(); i++) {
                var names = TreeNames.of(trees.get(i));
                assertEquals(names.typedefs(), outline.get(i).typedefs());
                assertEquals(names.ordinary().stream().sorted().toList(),
                        Stream.concat(outline.get(i).ordinary().stream(), outline.get(i).enumerators().stream())
                                .sorted().toList());
            }
            return outline.stream().map(o -> o.kind() + " " + o.ordinary() + " " + o.typedefs() + " " + o.tags() + " "
                    + o.enumerators() + "\n").collect(Collectors.joining());
        });
    }

    @Test
    void fragmentsUseUpTheirTokens() {
        var errors = new ArrayList<Diagnostic>();
        assertTrue(parser.parseFragment(Fragment.EXPRESSION, Sources.preprocessed("a + b"), Sources.NAMES, errors::add)
                .isPresent());
        assertEquals(2, parser.parseFragment(
                Fragment.STATEMENTS, Sources.preprocessed("int x; x = 1;"), Sources.NAMES, errors::add).orElseThrow().size());
        assertEquals(List.of(), errors);
        assertTrue(parser.parseFragment(Fragment.EXPRESSION, Sources.preprocessed("a + b c"), Sources.NAMES, errors::add)
                .isEmpty());
        assertEquals("expected the end of the expression before 'c'", errors.getFirst().message());
    }

    @Test
    void hostileNestingIsAnErrorAndNoOverflow() {
        int deep = 20_000;
        for (var text : List.of(
                "int x = " + "(".repeat(deep) + "1" + ")".repeat(deep) + ";",
                "int x = " + "!".repeat(deep) + "1;",
                "int x[] = " + "{".repeat(deep) + "1" + "}".repeat(deep) + ";",
                "int f(void) {" + "{".repeat(deep) + "}".repeat(deep) + "}",
                "int f(void) {" + "if(1);else ".repeat(deep) + ";}",
                "int f(int x) { switch (x) {" + "case 1:".repeat(deep) + ";}}",
                "int x = " + "1+".repeat(deep) + "1;",
                "int " + "*".repeat(deep) + "x;",
                "int x" + "[1]".repeat(deep) + ";",
                "struct s {".repeat(deep) + "int x;" + "} a;".repeat(deep),
                "typeof(".repeat(deep) + "1" + ")".repeat(deep) + " x;")) {
            var errors = new ArrayList<Diagnostic>();
            parser.parseDeclarations(Sources.preprocessed(text), Sources.NAMES, errors::add);
            assertEquals("LB3003", errors.getFirst().code(), text.substring(0, 30));
        }
    }

    @Test
    void deepButHonestNestingParses() {
        var errors = new ArrayList<Diagnostic>();
        var parentheses = "(".repeat(120) + "1" + ")".repeat(120);
        List<Declaration> trees = parser.parseDeclarations(
                Sources.preprocessed("int x = " + parentheses + "; int f(int x) { switch (x) {" + "case 1:".repeat(500) + ";}}"),
                Sources.NAMES, errors::add);
        assertEquals(List.of(), errors);
        assertEquals(2, trees.size());
    }

    @Test
    void errorsInMacrosShowTheTrail() {
        var name = Sources.lex("m.h", "BAD").tokens().getFirst();
        var expansion = new org.latebind.token.api.Expansion(
                "BAD", Sources.lex("a.c", "\n\n BAD").tokens().getFirst().position(), name.position(),
                org.latebind.token.api.Expansion.NONE);
        var tokens = new ArrayList<>(Sources.preprocessed("int x = ;"));
        var last = tokens.removeLast();
        tokens.add(new org.latebind.token.api.Token(
                last.kind(), last.text(), name.file(), 1, 9, 0, expansion));
        var errors = new ArrayList<Diagnostic>();
        parser.parseDeclarations(tokens, Sources.NAMES, errors::add);
        assertEquals("a.c:3:2", errors.getFirst().where().toString());
        assertEquals("in the expansion of macro 'BAD'", errors.getFirst().notes().getFirst().message());
        assertEquals("m.h:1:1", errors.getFirst().notes().getFirst().where().toString());
    }
}
