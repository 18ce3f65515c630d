package org.latebind.preprocessor.lexer;

import java.util.ArrayList;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.Expansion;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;

/** Translation phase 3: cuts the logical lines of one file into preprocessing tokens. */
final class Scanner {
    private static final byte SPACE = 1;
    private static final byte LETTER = 2;
    private static final byte DIGIT = 3;
    private static final char BYTE_ORDER_MARK = 0xFEFF;
    private static final int FIRST_OF_LINE = Token.LINE_START | Token.SPACE_BEFORE;
    private static final byte[] CLASS = new byte[128];

    static {
        for (char c : " \t\f\u000B\r\0".toCharArray()) {
            CLASS[c] = SPACE;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            CLASS[c] = LETTER;
            CLASS[c - 'a' + 'A'] = LETTER;
        }
        CLASS['_'] = LETTER;
        CLASS['$'] = LETTER;
        for (char c = '0'; c <= '9'; c++) {
            CLASS[c] = DIGIT;
        }
    }

    /** Where in a directive the scanner stands: decides whether {@code <} opens a header name. */
    private enum Directive {
        NONE,
        HASH,
        INCLUDE,
        CONDITION,
        HAS_INCLUDE,
        OTHER
    }

    private final SourceFile file;
    private final char[] text;
    private final int length;
    private final int[] splices;
    private final DiagnosticSink sink;
    private final Spellings spellings = new Spellings();
    private final List<Token> tokens;

    private int at;
    private int line = 1;
    private int lineStart;
    private int nextSplice;
    private int flags = FIRST_OF_LINE;
    private Directive directive = Directive.NONE;

    Scanner(SourceFile file, LogicalLines lines, DiagnosticSink sink) {
        this.file = file;
        this.text = lines.text;
        this.length = lines.length;
        this.splices = lines.splices;
        this.sink = sink;
        this.tokens = new ArrayList<>(length / 6 + 16);
    }

    List<Token> scan() {
        if (length > 0 && text[0] == BYTE_ORDER_MARK) {
            at++;
        }
        while (at < length) {
            char c = text[at];
            byte kind = c < 128 ? CLASS[c] : 0;
            if (kind == SPACE) {
                at++;
                flags |= Token.SPACE_BEFORE;
            } else if (kind == LETTER) {
                identifier();
            } else if (c == '\n') {
                newLine();
            } else if (c == '/' && text[at + 1] == '*') {
                blockComment();
            } else if (c == '/' && text[at + 1] == '/') {
                lineComment();
            } else if (kind == DIGIT || c == '.' && isDigit(text[at + 1])) {
                number();
            } else if (c == '"' || c == '\'') {
                literal(at);
            } else if (c == '<' && expectsHeader() && headerName()) {
                continue;
            } else {
                punctuatorOrOther(c);
            }
        }
        return tokens;
    }

    private void newLine() {
        syncLine(at++);
        line++;
        lineStart = at;
        flags = FIRST_OF_LINE;
        directive = Directive.NONE;
    }

    private void blockComment() {
        int start = at;
        syncLine(start);
        int startLine = line;
        int startColumn = start - lineStart + 1;
        at += 2;
        while (at < length && !(text[at] == '*' && text[at + 1] == '/')) {
            if (text[at] == '\n') {
                syncLine(at);
                line++;
                lineStart = at + 1;
            }
            at++;
        }
        if (at >= length) {
            sink.report(Diagnostic.error("LB2001", new Position(file, startLine, startColumn),
                    "comment is not closed"));
            at = length;
            return;
        }
        at += 2;
        flags |= Token.SPACE_BEFORE;
    }

    private void lineComment() {
        while (at < length && text[at] != '\n') {
            at++;
        }
        flags |= Token.SPACE_BEFORE;
    }

    private void identifier() {
        int start = at;
        int end = identifierEnd(start);
        char after = text[end];
        if ((after == '"' || after == '\'') && isPrefix(start, end, after)) {
            at = end;
            literal(start);
            return;
        }
        var spelling = spellings.of(text, start, end);
        at = end;
        add(TokenKind.IDENTIFIER, spelling, start);
        if (directive != Directive.NONE) {
            followDirective(spelling);
        }
    }

    private int identifierEnd(int start) {
        int end = start;
        while (true) {
            char c = text[end];
            if (c < 128) {
                if (CLASS[c] >= LETTER) {
                    end++;
                } else if (c == '\\' && universalName(end) > 0) {
                    end = universalName(end);
                } else {
                    return end;
                }
            } else if (isExtended(end)) {
                end += Character.isHighSurrogate(c) ? 2 : 1;
            } else {
                return end;
            }
        }
    }

    /** The end of the universal character name at {@code i} (C11 6.4.3), or 0. */
    private int universalName(int i) {
        int digits = text[i + 1] == 'u' ? 4 : text[i + 1] == 'U' ? 8 : 0;
        if (digits == 0 || i + 2 + digits > length) {
            return 0;
        }
        for (int k = i + 2; k < i + 2 + digits; k++) {
            if (Character.digit(text[k], 16) < 0) {
                return 0;
            }
        }
        return i + 2 + digits;
    }

    /** A character outside ASCII that may stand in an identifier; bytes that are not UTF-8 may not. */
    private boolean isExtended(int i) {
        char c = text[i];
        if (Character.isLowSurrogate(c)) {
            return false;
        }
        return !Character.isHighSurrogate(c) || Character.isLowSurrogate(text[i + 1]);
    }

    private boolean isPrefix(int start, int end, char quote) {
        return switch (end - start) {
            case 1 -> text[start] == 'L' || text[start] == 'u' || text[start] == 'U';
            case 2 -> quote == '"' && text[start] == 'u' && text[start + 1] == '8';
            default -> false;
        };
    }

    private void number() {
        int start = at;
        at++;
        while (true) {
            char c = text[at];
            if (c < 128 && CLASS[c] >= LETTER || c == '.') {
                at++;
            } else if ((c == '+' || c == '-') && isExponent(text[at - 1])) {
                at++;
            } else if (c >= 128 && isExtended(at)) {
                at += Character.isHighSurrogate(c) ? 2 : 1;
            } else {
                break;
            }
        }
        add(TokenKind.NUMBER, spellings.of(text, start, at), start);
    }

    private static boolean isExponent(char c) {
        return c == 'e' || c == 'E' || c == 'p' || c == 'P';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A string or character constant whose quote stands at {@link #at}. */
    private void literal(int start) {
        char quote = text[at++];
        boolean escapes = directive != Directive.INCLUDE;
        while (text[at] != quote) {
            if (text[at] == '\n') {
                add(TokenKind.OTHER, spellings.of(text, start, at), start);
                return;
            }
            at += escapes && text[at] == '\\' && text[at + 1] != '\n' ? 2 : 1;
        }
        at++;
        add(quote == '"' ? TokenKind.STRING : TokenKind.CHARACTER, spellings.of(text, start, at), start);
    }

    private boolean expectsHeader() {
        return directive == Directive.INCLUDE || directive == Directive.HAS_INCLUDE;
    }

    private boolean headerName() {
        int end = at + 1;
        while (text[end] != '>') {
            if (text[end] == '\n') {
                return false;
            }
            end++;
        }
        int start = at;
        at = end + 1;
        add(TokenKind.HEADER_NAME, spellings.of(text, start, at), start);
        directive = directive == Directive.INCLUDE ? Directive.OTHER : Directive.CONDITION;
        return true;
    }

    private void punctuatorOrOther(char c) {
        int start = at;
        var punctuator = Punctuators.at(text, start);
        if (punctuator != null) {
            at += punctuator.length();
            boolean opensDirective = (flags & Token.LINE_START) != 0 && (c == '#' || punctuator.equals("%:"));
            add(TokenKind.PUNCTUATOR, punctuator, start);
            if (opensDirective && !punctuator.equals("##")) {
                directive = Directive.HASH;
            } else if (directive == Directive.HAS_INCLUDE && c != '(') {
                directive = Directive.CONDITION;
            }
        } else if (c >= 128 && isExtended(start) || c == '\\' && universalName(start) > 0) {
            identifier();
        } else {
            at++;
            add(TokenKind.OTHER, spellings.of(text, start, at), start);
        }
    }

    private void followDirective(String word) {
        directive = switch (directive) {
            case HASH -> switch (word) {
                case "include", "include_next", "import" -> Directive.INCLUDE;
                case "if", "elif" -> Directive.CONDITION;
                default -> Directive.OTHER;
            };
            case CONDITION, HAS_INCLUDE -> word.equals("__has_include") || word.equals("__has_include_next")
                    ? Directive.HAS_INCLUDE
                    : Directive.CONDITION;
            case INCLUDE -> Directive.OTHER;
            case NONE, OTHER -> directive;
        };
    }

    private void add(TokenKind kind, String spelling, int start) {
        syncLine(start);
        tokens.add(new Token(kind, spelling, file, line, start - lineStart + 1, flags, Expansion.NONE));
        flags = 0;
    }

    /** Counts the line ends that were spliced away before an offset. */
    private void syncLine(int offset) {
        while (nextSplice < splices.length && splices[nextSplice] <= offset) {
            lineStart = splices[nextSplice++];
            line++;
        }
    }
}
