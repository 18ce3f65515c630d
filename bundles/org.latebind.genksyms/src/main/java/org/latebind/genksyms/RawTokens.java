package org.latebind.genksyms;

import java.util.regex.Pattern;

/** Splits what is between white space into genksyms' own tokens; of several rules that fit the longest match counts. */
final class RawTokens {
    enum Kind {
        IDENTIFIER,
        /** A type of a vector by its name, which only some dialects know. */
        VECTOR,
        DOTS,
        /** One character. */
        SINGLE,
        /** A number, a literal, or an operator of two characters. */
        OTHER
    }

    @FunctionalInterface
    interface Sink {
        void accept(Kind kind, String text);
    }

    private static final Pattern VECTOR = Pattern.compile("u?int(8|16|32|64)x(1|2|4|8|16)_t");
    private static final Pattern INTEGER =
            Pattern.compile("(0[Xx][0-9A-Fa-f]+|0[0-7]*|[1-9][0-9]*)([Uu][Ll]|[Ll][Uu]|[Uu]|[Ll])?");
    private static final Pattern REAL = Pattern.compile(
            "([0-9]*\\.[0-9]+|[0-9]+\\.)([Ee][+-]?[0-9]+)?[FfLl]?|[0-9]+[Ee][+-]?[0-9]+[FfLl]?");
    private static final String BEFORE_EQUALS = "~%^&*+=|<>/-";

    private final Dialect dialect;
    private final Sink sink;

    RawTokens(Dialect dialect, Sink sink) {
        this.dialect = dialect;
        this.sink = sink;
    }

    void accept(String text) {
        for (int at = 0; at < text.length(); ) {
            at = next(text, at);
        }
    }

    /** Delivers the token that begins there, and says where it ends. */
    private int next(String text, int at) {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t' || c == '\f' || c == 0x0b || c == '\r' || c == '\n') {
            return at + 1;
        }
        int literal = literal(text, c == 'L' ? at + 1 : at);
        if (literal > 0) {
            return deliver(Kind.OTHER, text, at, literal);
        }
        if (startsName(c)) {
            return name(text, at);
        }
        if (text.startsWith("...", at)) {
            return deliver(Kind.DOTS, text, at, at + 3);
        }
        int number = Math.max(end(INTEGER, text, at), end(REAL, text, at));
        if (number > at) {
            return deliver(Kind.OTHER, text, at, number);
        }
        return isOperator(text, at) ? deliver(Kind.OTHER, text, at, at + 2) : deliver(Kind.SINGLE, text, at, at + 1);
    }

    private int deliver(Kind kind, String text, int from, int to) {
        sink.accept(kind, text.substring(from, to));
        return to;
    }

    /** Where the string or character constant ends; -1 where there is none. */
    private static int literal(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '"' && text.charAt(at) != '\'') {
            return -1;
        }
        char quote = text.charAt(at);
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                return i + 1;
            }
            if (text.charAt(i) == '\\') {
                i++;
            }
        }
        return -1;
    }

    private int name(String text, int from) {
        int to = from + 1;
        while (to < text.length() && (startsName(text.charAt(to)) || isDigit(text.charAt(to)))) {
            to++;
        }
        boolean vector = dialect.hasLaterKeywords() && VECTOR.matcher(text).region(from, to).matches();
        return deliver(vector ? Kind.VECTOR : Kind.IDENTIFIER, text, from, to);
    }

    private static boolean startsName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where a match that begins there ends; -1 where there is none. */
    private static int end(Pattern pattern, String text, int at) {
        char c = text.charAt(at);
        if (!isDigit(c) && c != '.') {
            return -1;
        }
        var match = pattern.matcher(text).region(at, text.length());
        return match.lookingAt() ? match.end() : -1;
    }

    private static boolean isOperator(String text, int at) {
        if (at + 1 == text.length()) {
            return false;
        }
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        return second == '=' && BEFORE_EQUALS.indexOf(first) >= 0
                || first == second && "&|<>".indexOf(first) >= 0
                || first == '-' && second == '>';
    }
}
