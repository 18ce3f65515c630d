package org.latebind.headers.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.EventRecorder.Recorded;
import org.latebind.headers.api.ExportedSymbol;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderEvents;
import org.latebind.headers.api.IncludePath;
import org.latebind.headers.api.Kbuild;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.headers.api.KernelIdentity;
import org.latebind.headers.api.SectionRule;
import org.latebind.headers.api.Skipped;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.syntax.api.DeclarationOutline;
import org.latebind.syntax.api.DeclarationOutline.Kind;
import org.latebind.syntax.api.RunOutline;
import org.latebind.syntax.api.RunOutline.Asked;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.TargetSettings;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.HeaderFragment;
import org.latebind.token.api.HeaderFragment.Change;
import org.latebind.token.api.HeaderFragment.CountedName;
import org.latebind.token.api.HeaderFragment.Next;
import org.latebind.token.api.HeaderFragment.Read;
import org.latebind.token.api.HeaderLog;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Macro;
import org.latebind.token.api.MacroOrigin;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

class KhdStoreTest {
    private static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            "include/linux/a.h", """
                    /* SPDX-License-Identifier: GPL-2.0-only */
                    #ifndef A_H
                    #define A_H
                    #define TWICE(x)\t((x) +  (x)) // two spaces
                    \tint a\\
                    b = TWICE(1);
                    #endif
                    """,
            "include/linux/b.h", "// SPDX-License-Identifier: MIT\n#include <linux/a.h>\nlong caf\u00e9 = L'x' + \"\\\"\";\n",
            "include/linux/empty.h", "",
            "arch/cpu/include/asm/deep.h", "\n\n\n      struct deep { int a, b; };   struct deep d;\n"));

    private Recorded recorded = new Recorded(List.of(), List.of(), "");
    private final KhdStore store = new KhdStore(new GnuLexer(), headers -> recorded);

    @TempDir
    private Path folder;

    private static KernelHeaders kernel(Map<String, String> texts) {
        var headers = new TreeMap<String, Supplier<byte[]>>();
        texts.forEach((path, text) -> headers.put(path, () -> text.getBytes(StandardCharsets.UTF_8)));
        return new KernelHeaders(
                new KernelIdentity("1.2-cpu", "cpu", "cpu", "cpu64",
                        List.of(new KernelIdentity.PackageVersion("linux-headers-1.2-cpu", "1.2-1")),
                        Optional.of("Debian 1.2-1"), "gcc 12", Optional.empty(), Optional.of("00ff")),
                new IncludePath(List.of("arch/cpu/include", "include"), List.of("include/linux/a.h"),
                        List.of(new IncludePath.Definition("MODULE", "1"))),
                headers,
                new TreeMap<>(Map.of("CONFIG_SMP", "y", "CONFIG_HZ", "250", "CONFIG_EMPTY", "")),
                List.of(new ConfigAnswer("HACK", Optional.empty(), "needs objtool")),
                List.of(new ExportedSymbol("_printk", 0xdeadbeefL, ExportedSymbol.ExportClass.ANY_LICENCE, "", "vmlinux"),
                        new ExportedSymbol("zz", 1, ExportedSymbol.ExportClass.GPL_ONLY, "NS", "drivers/z-z")),
                List.of(new SectionRule(".data", 8, List.of(new SectionRule.Align(8), new SectionRule.Symbol("s"),
                        new SectionRule.Input(".data.*", true)))),
                settings(),
                List.of("-O2", "-Werror=date-time"),
                new Kbuild("common", "cpu", new TreeMap<>(Map.of("KBUILD_CFLAGS", "-O2")),
                        new TreeMap<>(Map.of("scripts/Makefile.build", "obj-m :=\n"))),
                List.of(new Skipped("no reason", 7, List.of("x", "y"))));
    }

    private static TargetSettings settings() {
        return new TargetSettings(
                new LanguageSettings(LanguageSettings.Dialect.GNU11, new LanguageSettings.GccVersion(12, 2, 0), true,
                        true, false, false, true, true, false, true, true, true, false),
                new CodegenSettings("cpu64", "cpu64-linux", "e", "generic", List.of("+a"),
                        CodegenSettings.RelocationModel.STATIC, CodegenSettings.CodeModel.KERNEL, 16, "default<O2>",
                        List.of(), List.of(), Map.of()));
    }

    private Path written(KernelHeaders kernel) throws IOException {
        var file = folder.resolve("k.khd");
        store.write(kernel, file, diagnostic -> {});
        return file;
    }

    @Test
    void headersComeBackTokenByToken() throws IOException {
        try (var data = store.open(written(kernel(TEXTS)))) {
            assertEquals(List.copyOf(TEXTS.keySet()), List.copyOf(data.headerPaths()));
            var lexer = new GnuLexer();
            TEXTS.forEach((path, text) -> assertEquals(
                    lexer.lex(new SourceFile(path, Origin.KERNEL), text.getBytes(StandardCharsets.UTF_8), d -> {}),
                    data.header(path).orElseThrow(), path));
            assertEveryIdentifierIsFound(data);
            assertFalse(data.hasHeader("include/linux/c.h"));
            assertTrue(data.header("include/linux/c.h").isEmpty());
        }
    }

    @Test
    void manyHeadersInManyBlocksComeBack() throws IOException {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder();
            for (int k = 0; k < 300; k++) {
                text.append("#define NAME_").append(i * k % 1000).append("_").append(k % 7).append("  (")
                        .append(i + k).append(" +\tcommon").append(k).append(")\n");
            }
            text.append("int alone").append(i).append(" = alone").append(i / 2).append(" + common1;\n");
            texts.put("include/linux/h" + i + ".h", text.toString());
        }
        try (var data = store.open(written(kernel(texts)))) {
            var lexer = new GnuLexer();
            texts.forEach((path, text) -> assertEquals(
                    lexer.lex(new SourceFile(path, Origin.KERNEL), text, d -> {}), data.header(path).orElseThrow(), path));
            assertEveryIdentifierIsFound(data);
        }
        try (var container = Container.open(folder.resolve("k.khd"))) {
            assertTrue(container.has(Sections.block(3)), "the test wants several blocks");
        }
    }

    private static void assertEveryIdentifierIsFound(HeaderData data) {
        var expected = new TreeMap<String, SortedSet<String>>();
        for (var path : data.headerPaths()) {
            data.header(path).orElseThrow().tokens().stream().filter(token -> token.kind() == TokenKind.IDENTIFIER)
                    .forEach(token -> expected.computeIfAbsent(token.text(), t -> new TreeSet<>()).add(path));
        }
        assertTrue(expected.values().stream().anyMatch(paths -> paths.size() == 1), "the test wants local spellings");
        expected.forEach((name, paths) -> assertEquals(List.copyOf(paths), data.headersWith(name), name));
        assertEquals(List.of(), data.headersWith("no_such_name"));
        assertEquals(List.of(), data.headersWith("+"));
    }

    @Test
    void whatShrinksTooFarIsStoredAsItIs() throws IOException {
        var texts = Map.of("include/linux/dull.h", "x ".repeat(300_000));
        try (var data = store.open(written(kernel(texts)))) {
            assertEquals(300_000, data.header("include/linux/dull.h").orElseThrow().tokens().size());
        }
        assertTrue(Files.size(folder.resolve("k.khd")) > 300_000);
    }

    @Test
    void anEmptyHeaderMayComeFirst() throws IOException {
        try (var data = store.open(written(kernel(Map.of("arch/cpu/empty.h", "", "include/a.h", "int a;\n"))))) {
            assertEquals(List.of(), data.header("arch/cpu/empty.h").orElseThrow().tokens());
            assertEquals(3, data.header("include/a.h").orElseThrow().tokens().size());
        }
    }

    @Test
    void factsComeBack() throws IOException {
        var kernel = kernel(TEXTS);
        try (var data = store.open(written(kernel))) {
            assertEquals(kernel.identity(), data.identity());
            assertEquals(kernel.includePath(), data.includePath());
            assertEquals(kernel.config(), data.configs());
            assertEquals(Optional.of(""), data.config("CONFIG_EMPTY"));
            assertEquals(Optional.empty(), data.config("CONFIG_NONE"));
            assertEquals(kernel.configAnswers(), data.configAnswers());
            assertEquals(Optional.of(kernel.symbols().get(0)), data.symbol("_printk"));
            assertEquals(Optional.of(kernel.symbols().get(1)), data.symbol("zz"));
            assertEquals(Optional.empty(), data.symbol("printk"));
            assertEquals(kernel.moduleSections(), data.moduleSections());
            assertEquals(kernel.settings(), data.settings());
            assertEquals(kernel.compilerFlags(), data.compilerFlags());
            assertEquals(kernel.kbuild(), data.kbuild());
            assertEquals(kernel.skipped(), data.skipped());
            assertEquals(Optional.of("GPL-2.0-only"), data.headerEntry("include/linux/a.h").orElseThrow().license());
            assertEquals(Optional.of("MIT"), data.headerEntry("include/linux/b.h").orElseThrow().license());
            assertEquals(Optional.empty(), data.headerEntry("include/linux/empty.h").orElseThrow().license());
        }
    }

    @Test
    void sameKernelSameBytes() throws IOException {
        var first = Files.readAllBytes(written(kernel(TEXTS)));
        assertArrayEquals(first, Files.readAllBytes(written(kernel(TEXTS))));
    }

    @Test
    void aHeaderThatDoesNotLexIsLeftOutAndTold() throws IOException {
        var texts = new TreeMap<>(TEXTS);
        texts.put("include/linux/open.h", "int x; /* never closed\n");
        var told = new ArrayList<Diagnostic>();
        var file = folder.resolve("k.khd");
        store.write(kernel(texts), file, told::add);
        assertEquals(List.of("LB5053"), told.stream().map(Diagnostic::code).toList());
        try (var data = store.open(file)) {
            assertFalse(data.hasHeader("include/linux/open.h"));
            assertTrue(data.skipped().stream().anyMatch(skipped -> skipped.examples().contains("include/linux/open.h")));
        }
    }

    private static SourceFile header(String path) {
        return new SourceFile(path, Origin.KERNEL);
    }

    /** Names that blocks share, that one block has, and that no header spells. */
    private static Recorded events() {
        var macro = new Macro("KEY", Macro.Form.FUNCTION, List.of("x", "__VA_ARGS__"), true,
                List.of(new Token(TokenKind.NUMBER, "7", SourceFile.BUILT_IN, 3, 14, Token.SPACE_BEFORE, Expansion.NONE)),
                new Position(SourceFile.BUILT_IN, 3, 9));
        var first = new HeaderFragment(0, 12, 5,
                List.of(new Read("spelt_nowhere", Optional.empty()), new Read("a", Optional.empty()),
                        new Read("A_H", Optional.of(new MacroOrigin.Elsewhere(macro))),
                        new Read("TWICE", Optional.of(new MacroOrigin.InHeader(header("include/linux/b.h"), 2)))),
                List.of(new Change("A_H", Optional.of(new MacroOrigin.InHeader(header("include/linux/a.h"), 3))),
                        new Change("int", Optional.empty()),
                        new Change("TWICE", Optional.of(new MacroOrigin.InHeader(header("include/linux/a.h"), 6)))),
                11, 2, Optional.of(List.of(new CountedName("x_", 1, "_y"))), new Next.Include("linux/a.h", true, false, false, 15));
        var second = new HeaderFragment(15, 20, 0, List.of(), List.of(), 0, 0, Optional.empty(), new Next.End());
        var third = new HeaderFragment(15, 20, 3, List.of(), List.of(), 0, 0, Optional.empty(), new Next.Computed());
        var outline = new RunOutline(List.of(
                new DeclarationOutline(0, 3, Kind.DECLARATION, List.of("deep", "d"), List.of(), List.of("deep"), List.of(), true),
                new DeclarationOutline(3, 5, Kind.FUNCTION_DEFINITION, List.of(), List.of("t"), List.of(), List.of("E", "F"), false)),
                List.of(new Asked("a", true), new Asked("b", false)));
        var a = new HeaderEvents(
                new HeaderLog(header("include/linux/a.h"), 31, Optional.of("A_H"), List.of(first, second, third)),
                List.of(Optional.of(outline), Optional.of(new RunOutline(List.of(), List.of())), Optional.empty()));
        var deep = new HeaderEvents(new HeaderLog(header("arch/cpu/include/asm/deep.h"), 14, Optional.empty(), List.of(
                new HeaderFragment(0, 14, 13, List.of(), List.of(), 0, 0, Optional.empty(), new Next.End()))), List.of(Optional.empty()));
        return new Recorded(List.of(deep, a), List.of(new Skipped("it refuses", 2, List.of("p.h", "q.h"))), "answers");
    }

    @Test
    void eventsComeBack() throws IOException {
        recorded = events();
        var told = new ArrayList<Diagnostic>();
        var file = folder.resolve("k.khd");
        store.write(kernel(TEXTS), file, told::add);
        assertEquals(List.of(), told, "every kernel has such headers: 'show' lists them, nobody is warned");
        try (var data = store.open(file)) {
            assertEquals("answers", data.eventBasis());
            for (var events : recorded.events()) {
                assertEquals(events, data.events(events.log().file().path()).orElseThrow());
            }
            assertEquals(Optional.empty(), data.events("include/linux/b.h"));
            assertEquals(Optional.empty(), data.events("include/linux/none.h"));
            assertEquals(List.of("no reason", "it refuses"), data.skipped().stream().map(Skipped::reason).toList());
        }
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(written(kernel(TEXTS))));
    }

    /** With right checksums but other content a log is read or told as damaged; nothing else happens. */
    @Test
    void foreignContentOfEventsIsToldAsDamage() throws IOException {
        recorded = events();
        var file = written(kernel(TEXTS));
        var forged = folder.resolve("forged.khd");
        for (var section : List.of(Sections.events(0), Sections.EVENTS)) {
            byte[] good;
            try (var container = Container.open(file)) {
                good = container.read(section);
            }
            for (int i = 0; i < good.length; i++) {
                for (int value : new int[] {0, 0x7F, 0xFF}) {
                    var bad = good.clone();
                    bad[i] = (byte) value;
                    forge(file, forged, section, bad);
                    try (var data = store.open(forged)) {
                        data.skipped();
                        data.headerPaths().forEach(data::events);
                    } catch (DiagnosticException told) {
                        assertEquals("LB5052", told.diagnostic().code());
                    }
                }
            }
        }
    }

    private static void forge(Path from, Path to, String section, byte[] content) throws IOException {
        try (var container = Container.open(from); var out = new ContainerWriter(to)) {
            for (var name : container.names()) {
                out.section(name, name.equals(section) ? content : container.read(name));
            }
            out.finish();
        }
    }

    /** Every byte is under a checksum: no change of one goes unnoticed, and none ends in a crash. */
    @Test
    void everyDamagedByteIsDetected() throws IOException {
        var file = written(kernel(TEXTS));
        var good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            var bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(file, bad);
            var failure = assertThrows(DiagnosticException.class, () -> readAll(file), "byte " + i);
            assertTrue(List.of("LB5050", "LB5051", "LB5052").contains(failure.diagnostic().code()), "byte " + i);
            assertTrue(failure.isBadInput());
        }
    }

    @Test
    void everyTruncationIsDetected() throws IOException {
        var file = written(kernel(TEXTS));
        var good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(good, length));
            assertThrows(DiagnosticException.class, () -> readAll(file), "length " + length);
        }
    }

    /** With all else damaged: what is looked up is read, and nothing more. */
    @Test
    void aLookUpReadsOneSection() throws IOException {
        var file = written(kernel(TEXTS));
        var bytes = Files.readAllBytes(file);
        var places = new TreeMap<String, long[]>();
        try (var container = Container.open(file)) {
            container.names().forEach(name -> places.put(name, container.place(name)));
        }
        places.forEach((name, place) -> {
            if (!name.equals(Sections.IDENTITY) && !name.equals(Sections.CONFIG)) {
                bytes[(int) place[0]] ^= 1;
            }
        });
        Files.write(file, bytes);
        try (var data = store.open(file)) {
            assertEquals("1.2-cpu", data.identity().release());
            assertEquals(Optional.of("250"), data.config("CONFIG_HZ"));
            var failure = assertThrows(DiagnosticException.class, () -> data.symbol("zz"));
            assertTrue(failure.diagnostic().message().contains("'symbols'"), failure.getMessage());
        }
    }

    @Test
    void damageNamesTheSection() throws IOException {
        var file = written(kernel(TEXTS));
        var bytes = Files.readAllBytes(file);
        bytes[Container.PREAMBLE] ^= 1;
        Files.write(file, bytes);
        var failure = assertThrows(DiagnosticException.class, () -> readAll(file));
        assertTrue(failure.diagnostic().message().contains("'identity'"), failure.getMessage());
    }

    @Test
    void otherVersionsAreRefused() throws IOException {
        var file = written(kernel(TEXTS));
        var bytes = Files.readAllBytes(file);
        bytes[8] = 9;
        Files.write(file, bytes);
        var failure = assertThrows(DiagnosticException.class, () -> store.open(file));
        assertEquals("LB5051", failure.diagnostic().code());
        assertTrue(failure.diagnostic().message().contains("format 9"));
    }

    private void readAll(Path file) {
        try (HeaderData data = store.open(file)) {
            data.identity();
            data.skipped();
            data.includePath();
            data.configs();
            data.kbuild();
            data.symbolNames().forEach(data::symbol);
            data.headerPaths().forEach(path -> {
                data.headerEntry(path);
                data.header(path).ifPresent(LexedFile::tokens);
                data.events(path);
            });
        }
    }
}
