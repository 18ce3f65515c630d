package org.latebind.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticPrinter;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.UnitPlan;
import org.latebind.ir.api.UnitPlan.MacroOption;
import org.latebind.kit.Golden;
import org.latebind.layout.LayoutProvider;
import org.latebind.parser.ModuleParser;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.sema.AnalyzeUnit;
import org.latebind.token.api.LexedFile;

/**
 * {@code rejected/x.c} gives exactly {@code x.err} on every kernel; {@code silent/x.c} may be right on
 * some kernel, so nothing is said.
 */
class CheckTypesTest {
    private static final Path CASES = Path.of("src/test/resources");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> rejected() {
        return Golden.tests(CASES.resolve("rejected"), source -> {
            var messages = check(source.getParent(), List.of(), source.getFileName().toString());
            assertTrue(!messages.isEmpty(), "nothing is reported");
            Golden.assertSame(source, ".err", messages);
        });
    }

    @TestFactory
    Stream<DynamicTest> silent() {
        return Golden.tests(CASES.resolve("silent"), source ->
                assertEquals("", check(source.getParent(), List.of(), source.getFileName().toString())));
    }

    @Test
    void anErrorInAHeaderOfTwoUnitsIsReportedOnce() throws IOException {
        Files.writeString(folder.resolve("own.h"), "struct s { int x; };\nstatic int f(struct s *s) { return s->y; }\n");
        Files.writeString(folder.resolve("a.c"), "#include \"own.h\"\n");
        Files.writeString(folder.resolve("b.c"), "#include \"own.h\"\n");
        var messages = check(folder, List.of(), "a.c", "b.c", "own.h");
        assertEquals(1, messages.split("LB4004", -1).length - 1, messages);
    }

    @Test
    void aMacroOfTheCommandLineMayReplaceAName() throws IOException {
        Files.writeString(folder.resolve("a.c"), "static int f(int x) { return x; }\nint g(void) { return f(1, 2); }\n");
        assertTrue(check(folder, List.of(), "a.c").contains("too many arguments"));
        assertEquals("", check(folder, List.of(new MacroOption("f", Optional.of("h"))), "a.c"));
    }

    @Test
    void aHeaderFoundThroughTheSearchPathMayBeTheKernels() throws IOException {
        Files.createDirectories(folder.resolve("include"));
        Files.writeString(folder.resolve("include/own.h"), "struct s { int x; };\n");
        Files.writeString(folder.resolve("a.c"), "#include \"own.h\"\nint f(struct s *s) { return s->y; }\n");
        assertEquals("", check(folder, List.of(), "a.c", "include/own.h"));
    }

    /** What is reported of a module of these files, as the user sees it. */
    private static String check(Path root, List<MacroOption> macros, String... names) throws IOException {
        var found = new ArrayList<Diagnostic>();
        var lexed = new ArrayList<LexedFile>();
        for (var name : names) {
            lexed.add(new GnuLexer().lex(
                    new SourceFile(name, Origin.MODULE), Files.readString(root.resolve(name)), found::add));
        }
        var parser = new ModuleParser();
        var survey = parser.survey(lexed);
        var files = lexed.stream().map(file -> new DeferredFile(file, parser.parse(file, survey, found::add), Optional.empty())).toList();
        var units = Stream.of(names).filter(name -> name.endsWith(".c"))
                .map(name -> new UnitPlan(name.replaceFirst("\\.c$", ""), name, List.of("include"), macros))
                .toList();
        new CheckTypes(new AnalyzeUnit(new LayoutProvider()), files, units).check(found::add);
        var printer = new DiagnosticPrinter(new FileLines(root));
        var text = new StringBuilder();
        found.forEach(diagnostic -> text.append(printer.print(diagnostic)));
        assertTrue(text.toString().getBytes(StandardCharsets.UTF_8).length < 100_000, "a flood");
        return text.toString();
    }
}
