package org.latebind.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.syntax.api.Declaration;
import org.latebind.syntax.api.DeferredItem;
import org.latebind.syntax.api.Expression;
import org.latebind.syntax.api.Span;

/** The file around the content: what is not whole, or of another version, is refused. */
class DkoFormatTest {
    private static final DiagnosticSink NOBODY = diagnostic -> { };

    @TempDir
    private Path folder;

    private final DkoFormat format = new DkoFormat(new GnuLexer());
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("m.dko");
        format.write(new RandomModules(1).next(), file, NOBODY);
    }

    private String refused(byte[] bytes) throws IOException {
        var bad = Files.write(folder.resolve("bad.dko"), bytes);
        var refused = assertThrows(DiagnosticException.class, () -> format.read(bad, NOBODY));
        assertEquals("LB1103", refused.diagnostic().code());
        return refused.diagnostic().message();
    }

    @Test
    void aFileReadsBack() throws Exception {
        assertEquals(new RandomModules(1).next(), format.read(file, NOBODY));
    }

    @Test
    void theSameModuleGivesTheSameBytes() throws Exception {
        var again = folder.resolve("again.dko");
        format.write(new RandomModules(1).next(), again, NOBODY);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    }

    @Test
    void anotherVersionIsRefusedAsOne() throws Exception {
        var bytes = Files.readAllBytes(file);
        bytes["LATEBIND-DKO ".length()] = '1';
        assertTrue(refused(bytes).contains("another version"));
        assertTrue(refused("latebind-ir 2\n".getBytes(StandardCharsets.US_ASCII)).contains("not a deferred module"));
        assertTrue(refused(new byte[0]).contains("not a deferred module"));
    }

    @Test
    void aCutFileIsRefused() throws Exception {
        var bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            refused(Arrays.copyOf(bytes, length));
        }
        refused(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void aFlippedBitIsRefused() throws Exception {
        var bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 0x10;
            refused(bytes);
            bytes[i] ^= 0x10;
        }
    }

    /** So a small file cannot ask for much memory. */
    @Test
    void whatShrinksTooWellIsStoredAsItIs() {
        var zeros = new byte[100_000];
        assertArrayEquals(zeros, Packing.pack(zeros));
        assertThrows(DamagedContentException.class, () -> Packing.unpack(new byte[100], 10_000));
        var text = "some text that repeats, some text that repeats".getBytes(StandardCharsets.US_ASCII);
        assertTrue(Packing.pack(text).length < text.length);
        assertArrayEquals(text, Packing.unpack(Packing.pack(text), text.length));
    }

    @Test
    void bytesThatAreNotUtf8AreKept() throws Exception {
        var source = "char s[] = \"caf\u00e9\";\n".getBytes(StandardCharsets.ISO_8859_1);
        var tokens = new GnuLexer().lex(new SourceFile("m.c", Origin.MODULE), source, NOBODY);
        var module = module(new DeferredFile(tokens, List.of(), Optional.empty()));
        format.write(module, file, NOBODY);
        assertEquals(module, format.read(file, NOBODY));
    }

    private static DeferredModule module(DeferredFile file) {
        var unit = new UnitPlan("m", file.path(), List.of(), List.of());
        return new DeferredModule(List.of(file),
                new BuildDescription.Listed(List.of(new ModulePlan("m", List.of(unit)))));
    }

    /** Deeper than the parser goes is refused, when it is written and when it is read. */
    @Test
    void nestingHasAnEnd() throws Exception {
        var item = "(DeferredItem 0:1@1:1 EMPTY [] [] (Structured (FileAsm 0:1@1:1 "
                + "(Parenthesized 0:1@1:1 ".repeat(3000);
        var text = new DeferredText(new GnuLexer());
        var module = "latebind-ir 2\nbuild (Build [(ModulePlan \"m\" [(UnitPlan \"m\" \"m.c\" [] [])])] -)\n"
                + "file \"m.c\"\n 1|x\nitems [";
        assertThrows(DiagnosticException.class, () -> text.read(module + item, NOBODY));
        assertEquals("LB1103", assertThrows(DiagnosticException.class, () -> format.write(deep(2_500), file, NOBODY))
                .diagnostic().code());
        format.write(deep(1_900), file, NOBODY);
        assertEquals(1, format.read(file, NOBODY).files().size());
    }

    private static DeferredModule deep(int levels) {
        Expression expression = new Expression.Name(Span.NONE, "x");
        for (int i = 0; i < levels; i++) {
            expression = new Expression.Parenthesized(Span.NONE, expression);
        }
        var form = new DeferredItem.Form.Structured(new Declaration.FileAsm(Span.NONE, expression), List.of());
        var item = new DeferredItem(Span.NONE, DeferredItem.Kind.ASM, List.of(), List.of(), form);
        var tokens = new GnuLexer().lex(new SourceFile("m.c", Origin.MODULE), "x", NOBODY);
        return module(new DeferredFile(tokens, List.of(item), Optional.empty()));
    }
}
