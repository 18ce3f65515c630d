package org.latebind.ir.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.DiagnosticException;

class SourceTextTest {
    private static String kept(String source) {
        return new String(SourceText.of(source.getBytes(StandardCharsets.ISO_8859_1)).bytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void whiteSpaceAndCommentsGo() {
        assertEquals("staticinta;", kept("static\tint\f a;\r\n\013 /* a\n comment */"));
        assertEquals("inta;//akeptcomment", kept("int a; // a kept comment\n"));
        assertEquals("ab", kept("a\\\nb"));
        assertEquals("a\\b", kept("a\\ b"));
    }

    @Test
    void stringsStay() {
        assertEquals("\"a  /* b */\\\" c\"d", kept("\"a  /* b */\\\" c\" d"));
        assertEquals("\"a\\\n b\"c", kept("\"a\\\n b\" c"));
        // modpost takes the quotation mark of a character for the begin of a string, and one after \\ for its middle.
        assertEquals("'\"' ; a \"", kept("'\"' ; a \""));
        assertEquals("\"\\\\\" a \"b", kept("\"\\\\\" a \" b"));
    }

    @Test
    void whatDoesNotEndGoesToTheEnd() {
        assertEquals("a", kept("a /* b"));
        assertEquals("\"a b", kept("\"a b"));
        assertEquals("\"", kept("\""));
        assertEquals("a/", kept("a /"));
        assertEquals("b", kept("/*/ b"));
        assertEquals("a", kept("a\0b"));
        assertEquals("", kept(""));
    }

    @Test
    void damageIsFound() {
        var packed = SourceText.of("int main(void) { return 0; }".getBytes(StandardCharsets.ISO_8859_1)).packed();
        assertEquals(SourceText.ofPacked(packed), SourceText.ofPacked(packed));
        assertThrows(DiagnosticException.class, () -> SourceText.ofPacked(Arrays.copyOf(packed, 5)).bytes());
        assertThrows(DiagnosticException.class, () -> SourceText.ofPacked(new byte[] {7}).bytes());
    }
}
