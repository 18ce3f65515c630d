package org.latebind.preprocessor.lexer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.SourceText;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

class GnuLexerTest {
    private static final SourceFile FILE = new SourceFile("a.c", Origin.MODULE);
    private final List<Diagnostic> problems = new ArrayList<>();

    private List<Token> lex(String text) {
        return new GnuLexer().lex(FILE, text, problems::add).tokens();
    }

    private String words(String text) {
        return lex(text).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private String kinds(String text) {
        return lex(text).stream().map(t -> t.kind().name().substring(0, 2)).collect(Collectors.joining(" "));
    }

    private static String place(Token token) {
        return token.line() + ":" + token.column();
    }

    @Test
    void c11_5_1_1_2_splicesJoinLinesAndKeepPhysicalPositions() {
        var tokens = lex("ab\\\ncd e\\  \n f\ng");
        assertEquals(List.of("abcd", "e", "f", "g"), tokens.stream().map(Token::text).toList());
        assertEquals(List.of("1:1", "2:4", "3:2", "4:1"), tokens.stream().map(GnuLexerTest::place).toList());
        assertTrue(!tokens.get(2).has(Token.LINE_START) && tokens.get(3).has(Token.LINE_START));
    }

    @Test
    void carriageReturnsEndLinesWithLineFeeds() {
        var tokens = lex("#define A \\\r\n 1\r\nb\r\n");
        assertEquals("# define A 1 b", words("#define A \\\r\n 1\r\nb\r\n"));
        assertEquals("3:1", place(tokens.get(4)));
    }

    @Test
    void c11_6_4_9_comments() {
        var tokens = lex("a/* x\ny */b // c \\\n d\ne");
        assertEquals(List.of("a", "b", "e"), tokens.stream().map(Token::text).toList());
        assertEquals(List.of("1:1", "2:5", "4:1"), tokens.stream().map(GnuLexerTest::place).toList());
        assertTrue(tokens.get(1).has(Token.SPACE_BEFORE));
    }

    @Test
    void openCommentIsAnErrorAtItsBeginning() {
        lex("a\n /* b\nc");
        assertEquals("LB2001", problems.get(0).code());
        assertEquals("a.c:2:2", problems.get(0).where().toString());
    }

    @Test
    void c11_6_4_6_longestPunctuators() {
        assertEquals("a ++ + b >>= c ... . . -> * <: %:%: <% ## #", words("a+++b>>=c... .. ->* <: %:%: <% ## #"));
    }

    @Test
    void c11_6_4_8_preprocessingNumbers() {
        assertEquals("0x1p-3 1.e+5.x .5 1_$a 0xe+1 1 + 2", words("0x1p-3 1.e+5.x .5 1_$a 0xe+1 1+2"));
    }

    @Test
    void c11_6_4_4_and_6_4_5_literals() {
        assertEquals("ST ST ST ST CH CH ID CH", kinds("\"a\\\"b\" L\"x\" u8\"y\" U\"z\" 'a' L'\\'' u8'c'"));
    }

    @Test
    void openLiteralTakesTheRestOfItsLine() {
        var tokens = lex("don't /* stop\nx");
        assertEquals(List.of("don", "'t /* stop", "x"), tokens.stream().map(Token::text).toList());
        assertEquals(TokenKind.OTHER, tokens.get(1).kind());
        assertTrue(problems.isEmpty());
    }

    @Test
    void c11_6_4_7_headerNamesOnlyWhereTheyBelong() {
        assertEquals("PU ID HE", kinds("#include <a/b.h>"));
        assertEquals("PU ID ID PU HE PU PU ID", kinds("#if __has_include(<a.h>) && b"));
        assertEquals("PU ID ID PU ID PU", kinds("#if a <b>"));
        assertEquals("ID PU ID PU", kinds("include <a>"));
    }

    @Test
    void identifiersMayHoldDollarsAndUnicode() {
        assertEquals("ID ID ID", kinds("a$b ün\\u00e4 \uD835\uDC00"));
        assertEquals("OT PU ID", kinds("@ ; a"));
    }

    @Test
    void bytesSurvive() {
        byte[] bytes = "\"x\u00e4\"".getBytes(StandardCharsets.ISO_8859_1);
        var text = lex(SourceText.decode(bytes)).get(0).text();
        assertArrayEquals(bytes, SourceText.encode(text));
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        assertArrayEquals(all, SourceText.encode(SourceText.decode(all)));
        byte[] utf8 = "\u00e4\u20ac\uD835\uDC00".getBytes(StandardCharsets.UTF_8);
        assertEquals("\u00e4\u20ac\uD835\uDC00", SourceText.decode(utf8));
        assertArrayEquals(utf8, SourceText.encode(SourceText.decode(utf8)));
    }

    @Test
    void endsOfFileThatCutThingsShort() {
        for (var text : List.of("", "\\", "\"", "'", "/", "<", "0x", "L", "u8\"")) {
            assertEquals(text, words(text));
        }
        assertEquals("a \\", words("a\\"));
        assertEquals("%: %", words("%:%"));
        assertEquals(". .", words(".."));
        assertEquals("# include <", words("#include <"));
        assertEquals("\\ u12", words("\\u12"));
        assertEquals("", words("//"));
        assertEquals(List.of(), problems);
        assertEquals("", words("/*"));
        assertEquals(List.of("LB2001"), problems.stream().map(Diagnostic::code).toList());
    }
}
