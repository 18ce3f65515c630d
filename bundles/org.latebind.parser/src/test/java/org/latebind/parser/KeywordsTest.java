package org.latebind.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.gnuc.BuiltinFunction;
import org.latebind.gnuc.Meaning;
import org.latebind.preprocessor.lexer.GnuLexer;

/** The builtins whose operands are not all expressions, and no others, are keywords. */
class KeywordsTest {
    static Stream<BuiltinFunction> builtins() {
        return Stream.of(BuiltinFunction.values());
    }

    @ParameterizedTest
    @MethodSource("builtins")
    void isAKeywordIfItHasSyntaxOfItsOwn(BuiltinFunction builtin) {
        var lexed = new GnuLexer().lex(new SourceFile("test.c", Origin.MODULE), builtin.spelling(), problem -> { });
        var isKeyword = Lexeme.of(lexed.tokens().getFirst()) != Lexeme.IDENTIFIER;
        assertEquals(builtin.meaning() == Meaning.SYNTAX, isKeyword);
    }
}
