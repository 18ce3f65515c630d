package org.latebind.ir;

import java.util.ArrayList;
import java.util.List;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/**
 * A file's tokens as four rows of numbers: kinds and flags, texts, lines, columns.
 *
 * <p>Lines count from the token before. On a new line, columns count from the left; else from where the token before
 * ends; a token cannot be before another that it follows.
 */
final class TokenCodec {
    /** Those that a lexer gives, in the order of their codes; only the preprocessor makes others. */
    private static final List<TokenKind> KINDS = List.of(
            TokenKind.IDENTIFIER, TokenKind.NUMBER, TokenKind.CHARACTER, TokenKind.STRING, TokenKind.PUNCTUATOR,
            TokenKind.HEADER_NAME, TokenKind.OTHER);
    private static final int FLAGS = Token.SPACE_BEFORE | Token.LINE_START;
    private static final int FLAG_BITS = 2;
    private static final int MOST = Integer.MAX_VALUE;

    private TokenCodec() {}

    static void write(List<Token> tokens, TextTable texts, ByteWriter out) {
        out.number(tokens.size());
        tokens.forEach(token -> out.number(KINDS.indexOf(token.kind()) << FLAG_BITS | token.flags() & FLAGS));
        tokens.forEach(token -> out.number(texts.numberOf(token.text())));
        int line = 0;
        for (var token : tokens) {
            out.number(token.line() - line);
            line = token.line();
        }
        line = 0;
        int column = 0;
        for (var token : tokens) {
            out.number(token.column() - (token.line() == line ? column : 0));
            line = token.line();
            column = token.column() + token.text().length();
        }
    }

    static List<Token> read(SourceFile file, String[] texts, ByteReader in, Lexer lexer) {
        int count = in.count();
        var codes = new int[count];
        for (int i = 0; i < count; i++) {
            codes[i] = in.index(KINDS.size() << FLAG_BITS, "token kind");
        }
        var spellings = new String[count];
        for (int i = 0; i < count; i++) {
            spellings[i] = texts[in.index(texts.length, "text")];
        }
        var lines = new int[count];
        for (int i = 0, line = 0; i < count; i++) {
            line += in.index(MOST, "line");
            lines[i] = positive(line);
        }
        var different = new Spellings();
        var tokens = new ArrayList<Token>(count);
        for (int i = 0, end = 0; i < count; i++) {
            boolean sameLine = lines[i] == (i == 0 ? 0 : lines[i - 1]);
            int column = positive((sameLine ? end : 0) + in.index(MOST, "column"));
            end = column + spellings[i].length();
            var kind = KINDS.get(codes[i] >> FLAG_BITS);
            different.add(kind, spellings[i]);
            tokens.add(new Token(kind, spellings[i], file, lines[i], column, codes[i] & FLAGS, Expansion.NONE));
        }
        different.check(lexer);
        return tokens;
    }

    private static int positive(int place) {
        if (place < 1) {
            throw new DamagedContentException("a token is nowhere");
        }
        return place;
    }
}
