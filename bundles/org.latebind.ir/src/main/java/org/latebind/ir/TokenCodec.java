package org.latebind.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.latebind.bytes.ByteSink;
import org.latebind.bytes.ByteSource;
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
    /** The texts of a file fit into the bits that are left: it is at most 256 MiB. */
    private static final int KIND_BITS = 3;

    private TokenCodec() {}

    static void write(List<Token> tokens, TextTable texts, ByteSink out) {
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

    static List<Token> read(SourceFile file, String[] texts, ByteSource in, Lexer lexer) {
        int count = in.count();
        var codes = in.numbers(count);
        var numbers = in.numbers(count);
        var lines = in.numbers(count);
        var columns = in.numbers(count);
        var different = new Spellings();
        var seen = new BitSet();
        var tokens = new ArrayList<Token>(count);
        int line = 0;
        for (int i = 0, end = 0; i < count; i++) {
            var kind = KINDS.get(existing(codes[i] >> FLAG_BITS, KINDS.size(), "token kind"));
            var text = texts[existing(numbers[i], texts.length, "text")];
            line = positive(line + lines[i]);
            int column = positive((lines[i] == 0 ? end : 0) + columns[i]);
            end = column + text.length();
            int spelling = numbers[i] << KIND_BITS | codes[i] >> FLAG_BITS;
            if (!seen.get(spelling)) {
                seen.set(spelling);
                different.add(kind, text);
            }
            tokens.add(new Token(kind, text, file, line, column, codes[i] & FLAGS, Expansion.NONE));
        }
        different.check(lexer);
        return tokens;
    }

    private static int existing(int number, int bound, String what) {
        if (number >= bound) {
            throw new DamagedContentException(what + " " + number + " does not exist");
        }
        return number;
    }

    private static int positive(int place) {
        if (place < 1) {
            throw new DamagedContentException("a token is nowhere");
        }
        return place;
    }
}
