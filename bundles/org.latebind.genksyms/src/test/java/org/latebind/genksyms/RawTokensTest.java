package org.latebind.genksyms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RawTokensTest {
    @Test
    void operatorsOfTwoCharacters() {
        assertEquals("a ! = b << = c -> d", split("a != b <<= c->d"));
        assertEquals("+ + , - - , && , || , == , ^=", split("++ , -- , && , || , == , ^="));
    }

    @Test
    void numbers() {
        assertEquals("1UL L , 0x1fU , 0 8 , 1e3f , .5 , 1. , 0 b101 , ... , . .",
                split("1ULL , 0x1fU , 08 , 1e3f , .5 , 1. , 0b101 , ... , .."));
    }

    @Test
    void literals() {
        assertEquals("\"a \\\" b\" L'x' u8 \"y\" L", split("\"a \\\" b\" L'x' u8\"y\" L"));
    }

    @Test
    void vectorsAreTypesInLaterKernels() {
        assertEquals("IDENTIFIER", kinds(Dialect.UNTIL_6_13));
        assertEquals("VECTOR", kinds(Dialect.SINCE_6_14));
    }

    private static String kinds(Dialect dialect) {
        var kinds = new ArrayList<String>();
        new RawTokens(dialect, (kind, text) -> kinds.add(kind.name())).accept("uint8x16_t");
        return String.join(" ", kinds);
    }

    private static String split(String text) {
        var tokens = new ArrayList<String>();
        new RawTokens(Dialect.UNTIL_6_13, (kind, token) -> tokens.add(token)).accept(text);
        return String.join(" ", tokens);
    }
}
