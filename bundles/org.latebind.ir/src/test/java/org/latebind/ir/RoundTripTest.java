package org.latebind.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.latebind.preprocessor.lexer.GnuLexer;

/** What is written reads back, whatever nodes there are; what is damaged is refused. */
class RoundTripTest {
    private static final int MODULES = 300;
    private static final long SEED = 12;

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
        assertEquals(true, refused > MODULES, refused + " were refused");
    }
}
