package org.latebind.btf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.kit.BtfSection;

class BtfTest {
    private static final byte[] STRINGS = "\0int\0s\0a\0b\0e\0ONE\0".getBytes(StandardCharsets.US_ASCII);

    /** {@code struct s { int a; int b:3; }; enum e { ONE = -1 }; int[4]; struct s *}. */
    private static byte[] section(ByteOrder order) {
        return BtfSection.of(order, STRINGS,
            1, 1 << 24, 4, 1 << 24 | 32,
            5, 1 << 31 | 4 << 24 | 2, 8, 7, 1, 0, 9, 1, 3 << 24 | 32,
            11, 1 << 31 | 6 << 24 | 1, 4, 13, -1,
            0, 3 << 24, 0, 1, 1, 4,
            0, 2 << 24, 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsTypes(boolean bigEndian) {
        var btf = Btf.read("t", section(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
        assertEquals(6, btf.types().size());
        assertEquals(new BtfType.Integer("int", 4, 0, 32, true, false), btf.type(1));
        assertEquals(
                new BtfType.Record(false, "s", 8,
                        List.of(new BtfType.Member("a", 1, 0, 0), new BtfType.Member("b", 1, 32, 3))),
                btf.named("s").get(0));
        var enumeration = assertInstanceOf(BtfType.Enumeration.class, btf.named("e").get(0));
        assertEquals(List.of(new BtfType.Constant("ONE", -1)), enumeration.constants());
        assertEquals(OptionalLong.of(16), btf.bytes(4, 8));
        assertEquals(OptionalLong.of(8), btf.bytes(5, 8));
        assertEquals(OptionalLong.empty(), btf.bytes(0, 8));
    }

    @Test
    void everyTruncationIsTold() {
        var whole = section(ByteOrder.LITTLE_ENDIAN);
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            var refused = assertThrows(DiagnosticException.class, () -> Btf.read("cut.btf", cut));
            assertEquals("LB5201", refused.diagnostic().code());
            assertTrue(refused.getMessage().contains("cut.btf"), refused.getMessage());
        }
    }

    @Test
    void lengthsAreUnsigned() {
        for (int field : new int[] {4, 8, 12, 16, 20}) {
            var damaged = section(ByteOrder.LITTLE_ENDIAN);
            damaged[field + 3] = (byte) 0x80;
            var refused = assertThrows(DiagnosticException.class, () -> Btf.read("t", damaged));
            assertTrue(refused.getMessage().contains("cut short"), field + ": " + refused.getMessage());
        }
    }

    private static String refusal(String strings, int... words) {
        var section = BtfSection.of(ByteOrder.LITTLE_ENDIAN, strings.getBytes(StandardCharsets.US_ASCII), words);
        return assertThrows(DiagnosticException.class, () -> Btf.read("t", section)).getMessage();
    }

    @Test
    void namesHaveABound() {
        var longest = "\0" + "a".repeat(512);
        assertEquals(1, Btf.read("t", BtfSection.of(ByteOrder.LITTLE_ENDIAN, (longest + "\0").getBytes(StandardCharsets.US_ASCII),
                1, 7 << 24, 0)).named("a".repeat(512)).size());
        assertTrue(refusal(longest + "a\0", 1, 7 << 24, 0).contains("type 1 is longer than 512 bytes"));
        assertTrue(refusal(longest, 1, 7 << 24, 0).contains("type 1 lies outside"));
        assertTrue(refusal(longest, 600, 7 << 24, 0).contains("type 1 lies outside"));
    }

    /** Else a section of some megabytes has names of many gigabytes: each of its bytes begins one. */
    @Test
    void namesDoNotOverlap() {
        var forwards = new int[3 * 300];
        for (int i = 0; i < 300; i++) {
            forwards[3 * i] = i + 1;
            forwards[3 * i + 1] = 7 << 24;
        }
        assertTrue(refusal("\0" + "a".repeat(512) + "\0", forwards).contains("type 3 are more than its strings can hold"));
    }

    @Test
    void enumerationsHaveTheSizeOfAnInteger() {
        for (int kind : new int[] {6, 19}) {
            for (int bytes : new int[] {1, 2, 4, 8}) {
                assertEquals(2, Btf.read("t", BtfSection.of(ByteOrder.LITTLE_ENDIAN, new byte[1], 0, kind << 24, bytes)).types().size());
            }
            for (int bytes : new int[] {0, 3, 16, 0x66000008, -1}) {
                assertTrue(refusal("\0", 0, kind << 24, bytes).contains("type 1 is an enumeration of"), kind + " " + bytes);
            }
        }
    }

    @Test
    void whatContainsItselfIsRefused() {
        var itself = "type 1 contains itself";
        assertTrue(refusal("\0", 0, 8 << 24, 1).contains(itself), "typedef");
        assertTrue(refusal("\0", 0, 10 << 24, 2, 0, 9 << 24, 1).contains(itself), "qualified");
        assertTrue(refusal("\0", 0, 3 << 24, 0, 1, 1, 4).contains(itself), "array");
        assertTrue(refusal("\0", 0, 4 << 24 | 1, 8, 0, 2, 0, 0, 8 << 24, 1).contains(itself), "struct by way of a typedef");
        var chain = new int[3 * 10_000];
        for (int i = 0; i < 10_000; i++) {
            chain[3 * i + 1] = 8 << 24;
            chain[3 * i + 2] = i;
        }
        assertTrue(refusal("\0", chain).contains("type 128 is nested deeper than 128"));
        for (int i = 0; i < 10_000 - 1; i++) {
            chain[3 * i + 2] = i + 2;
        }
        assertTrue(refusal("\0", chain).contains("type 129 is nested deeper than 128"));
    }

    /** {@code struct s { const struct s *next; }; typedef void (*f)(f *)}, which C has no words for, and BTF has. */
    @Test
    void pointersMayLeadBack() {
        var btf = Btf.read("t", BtfSection.of(ByteOrder.LITTLE_ENDIAN, STRINGS,
                5, 4 << 24 | 1, 8, 7, 2, 0, 0, 2 << 24, 3, 0, 10 << 24, 1,
                9, 8 << 24, 5, 0, 2 << 24, 6, 0, 13 << 24 | 1, 0, 0, 4));
        assertEquals(7, btf.types().size());
        assertEquals(OptionalLong.of(8), btf.bytes(4, 8));
    }

    @Test
    void damageIsToldOrHarmless() {
        var whole = section(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < whole.length; at++) {
            for (int flip : new int[] {0x01, 0x80, 0xFF}) {
                var damaged = whole.clone();
                damaged[at] ^= (byte) flip;
                try {
                    var btf = Btf.read("damaged.btf", damaged);
                    for (int i = 0; i < btf.types().size(); i++) {
                        btf.bytes(i, 8);
                    }
                } catch (DiagnosticException told) {
                    assertTrue(told.getMessage().contains("damaged.btf"), told.getMessage());
                }
            }
        }
    }
}
