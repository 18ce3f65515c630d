package org.latebind.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** What is written reads back, whatever nodes there are; what is damaged is refused. */
class RoundTripTest {
    private static final int MODULES = 300;
    private static final long SEED = 12;
    private static final SourceFile FILE = new SourceFile("m.c", Origin.MODULE);

    private final GnuLexer lexer = new GnuLexer();
    private final DeferredText text = new DeferredText(lexer);

    @Test
    void contentReadsBack() {
        var modules = new RandomModules(SEED);
        for (int i = 0; i < MODULES; i++) {
            var module = modules.next();
            var content = DkoContent.write(module);
            var read = DkoContent.read(content, lexer);
            assertEquals(module, read, "module " + i);
            assertArrayEquals(content, DkoContent.write(read), "module " + i);
        }
    }

    @Test
    void textReadsBack() {
        var modules = new RandomModules(SEED);
        for (int i = 0; i < MODULES; i++) {
            var printed = text.print(modules.next());
            assertEquals(printed, text.print(text.read(printed, diagnostic -> { })), "module " + i);
        }
    }

    /** No checksum is in the way here. */
    @Test
    void damagedContentIsRefusedOrIsAModule() {
        var random = new Random(SEED);
        var modules = new RandomModules(SEED);
        int refused = 0;
        for (int i = 0; i < 20 * MODULES; i++) {
            var content = DkoContent.write(modules.next());
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt(256);
            }
            try {
                DkoContent.read(content, lexer);
            } catch (DamagedContentException e) {
                refused++;
            }
        }
        assertTrue(refused > MODULES, refused + " were refused");
    }

    /** The parser and semantic analysis take tokens for what the lexer gives. */
    @Test
    void tokensThatNoLexerGivesAreRefused() {
        var good = token(TokenKind.IDENTIFIER, "a", 1, 1);
        assertEquals(1, read(List.of(good)).files().size());
        for (var bad : List.of(
                token(TokenKind.IDENTIFIER, "a b", 1, 3),
                token(TokenKind.IDENTIFIER, "", 1, 3),
                token(TokenKind.PUNCTUATOR, "()", 1, 3),
                token(TokenKind.PUNCTUATOR, "/*", 1, 3),
                token(TokenKind.STRING, "\"", 1, 3),
                token(TokenKind.CHARACTER, "x", 1, 3),
                token(TokenKind.HEADER_NAME, "<", 1, 3),
                token(TokenKind.OTHER, "", 1, 3),
                token(TokenKind.IDENTIFIER, "b", 1, 1),
                token(TokenKind.IDENTIFIER, "b", 0, 9))) {
            assertThrows(DamagedContentException.class, () -> read(List.of(good, bad)), bad.toString());
        }
    }

    private static Token token(TokenKind kind, String text, int line, int column) {
        return new Token(kind, text, FILE, line, column, 0, Expansion.NONE);
    }

    private DeferredModule read(List<Token> tokens) {
        var file = new DeferredFile(new LexedFile(FILE, tokens), List.of(), Optional.empty());
        var unit = new UnitPlan("m", FILE.path(), List.of(), List.of());
        var module = new DeferredModule(List.of(file),
                new BuildDescription.Listed(List.of(new ModulePlan("m", List.of(unit)))));
        return DkoContent.read(DkoContent.write(module), lexer);
    }
}
