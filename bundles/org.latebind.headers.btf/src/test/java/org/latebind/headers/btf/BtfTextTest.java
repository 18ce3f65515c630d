package org.latebind.headers.btf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.latebind.btf.Btf;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.kit.BtfSection;

/** BTF that no compiler made. */
class BtfTextTest {
    private static final byte[] STRINGS = {0, 'a', 0, 'b', 0};
    private static final int A = 1;
    private static final int B = 3;

    private static final int POINTER = 2 << 24;
    private static final int STRUCT = 4 << 24;
    private static final int TYPEDEF = 8 << 24;
    private static final int CONST = 10 << 24;

    /** @param words of the types: name, kind and count, size or type, and what the kind adds */
    private static String text(int... words) {
        return new BtfText(Btf.read("t", BtfSection.of(ByteOrder.LITTLE_ENDIAN, STRINGS, words)), 8).text();
    }

    private static String refusal(int... words) {
        var refused = assertThrows(DiagnosticException.class, () -> text(words));
        assertEquals("LB5043", refused.diagnostic().code());
        return refused.getMessage();
    }

    @Test
    void pointersThatLeadToNothingElseAreRefused() {
        var endless = "types are nested deeper than 200";
        assertTrue(refusal(A, TYPEDEF, 2, 0, POINTER, 2).contains(endless), "pointer to itself");
        assertTrue(refusal(A, TYPEDEF, 2, 0, CONST, 3, 0, POINTER, 2).contains(endless), "pointer to what is made const of it");
        assertTrue(refusal(A, TYPEDEF, 2, 0, POINTER, 1).contains("type 1 is spelled by way of itself"), "typedef");
        assertTrue(refusal(0, STRUCT | 1, 8, A, 2, 0, 0, POINTER, 1, B, TYPEDEF, 1).contains("type 1 is spelled by way of itself"),
                "struct without a tag");
    }

    @Test
    void deepStacksAreNotNeeded() {
        // Structs without a tag, each with a pointer to the next.
        var chain = IntStream.range(0, 50_000).flatMap(i -> IntStream.of(
                0, STRUCT | 1, 8, A, 2 * i + 2, 0, 0, POINTER, i == 49_999 ? 0 : 2 * i + 3));
        assertTrue(refusal(IntStream.concat(chain, IntStream.of(B, TYPEDEF, 1)).toArray()).contains("nested deeper than 200"));
    }

    @Test
    void whatDoublesFortyTimesIsRefused() {
        var doubling = IntStream.range(0, 40).flatMap(i -> IntStream.of(
                i == 0 ? A : 0, STRUCT | 2, 0, A, i + 2, 0, B, i + 2, 0));
        assertTrue(refusal(IntStream.concat(doubling, IntStream.of(0, STRUCT, 0)).toArray()).contains("more than 33554432 characters"));
    }

    @Test
    void aTypeMayPointToItsLike() {
        var text = text(A, STRUCT | 1, 8, B, 2, 0, 0, POINTER, 3, B, TYPEDEF, 1);
        assertTrue(text.contains("struct a {\n\tb *b;\n} __attribute__((packed));"), text);
    }
}
