package org.latebind.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Spellings of the preprocessing tokens of a text (C11 6.4), as far as two preprocessors' outputs can be compared. */
final class CTokens {
    /** gcc prints those that it has obeyed as well. */
    private static final Pattern OBEYED =
            Pattern.compile("\\s*#\\s*pragma\\s+(GCC\\s+(system_header|poison|warning|error)|(push|pop)_macro)\\b.*");
    private static final Set<String> PREFIXES = Set.of("u8", "u", "U", "L");
    /** Longest first. */
    private static final List<String> PUNCTUATORS = List.of("%:%:", "...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=",
            ">=", "==", "!=", "&&", "||", "-=", "*=", "/=", "%=", "+=", "&=", "^=", "|=", "##", "<:", ":>", "<%", "%>", "%:");
    /** With what those begin, and how they go on. */
    private static final String LONG_BEGIN = "%.<>-+=!&|*/^#:";
    private static final String LONG_GO_ON = ":.<=>+-&|#%";
    private static final int SHOWN = 8;

    private final String text;
    private int start;
    private int end;
    private boolean lineStart = true;

    private CTokens(String text) {
        this.text = text;
    }

    /**
     * What is different first, with its surroundings; empty where nothing is.
     *
     * @param unfinished whether ours may end before gcc's
     */
    static String difference(String gcc, String ours, boolean unfinished) {
        var theirs = new CTokens(gcc);
        var own = new CTokens(ours);
        while (true) {
            boolean more = theirs.next();
            if (!own.next()) {
                return !more || unfinished ? "" : different(theirs, own);
            }
            if (!more || !theirs.isLike(own)) {
                return different(theirs, own);
            }
        }
    }

    private static String different(CTokens gcc, CTokens ours) {
        return "\n  gcc:  " + gcc.around() + "\n  ours: " + ours.around();
    }

    static List<String> of(String text) {
        var tokens = new ArrayList<String>();
        for (var each = new CTokens(text); each.next(); ) {
            tokens.add(text.substring(each.start, each.end));
        }
        return tokens;
    }

    private boolean isLike(CTokens other) {
        return end - start == other.end - other.start && text.regionMatches(start, other.text, other.start, end - start);
    }

    /** The line of the current token with those around it. */
    private String around() {
        int from = start;
        for (int lines = 0; from > 0 && lines < 3 && start - from < 300; from--) {
            lines += text.charAt(from - 1) == '\n' ? 1 : 0;
        }
        var after = of(text.substring(start, Math.min(text.length(), start + 400)));
        return text.substring(from, start).strip().replace('\n', ' ') + " >>> "
                + String.join(" ", after.subList(0, Math.min(after.size(), SHOWN)));
    }

    /** Goes to the next token; false at the end. */
    private boolean next() {
        for (start = end; start < text.length(); start++) {
            char c = text.charAt(start);
            if (c == '\n') {
                lineStart = true;
            } else if (c == '#' && lineStart && OBEYED.matcher(text).region(start, endOfLine()).matches()) {
                start = endOfLine() - 1;
            } else if (!Character.isWhitespace(c)) {
                lineStart = false;
                end = endOfToken(c);
                return true;
            }
        }
        end = start;
        return false;
    }

    private int endOfLine() {
        int line = text.indexOf('\n', start);
        return line < 0 ? text.length() : line;
    }

    private int endOfToken(char first) {
        if (isNameStart(first)) {
            int to = start + 1;
            while (to < text.length() && (isNameStart(text.charAt(to)) || isDigit(to))) {
                to++;
            }
            return isQuote(to) && to - start <= 2 && PREFIXES.contains(text.substring(start, to)) ? endOfLiteral(to, to) : to;
        }
        if (isDigit(start) || first == '.' && isDigit(start + 1)) {
            return endOfNumber();
        }
        if (isQuote(start)) {
            return endOfLiteral(start, start + 1);
        }
        return endOfPunctuator(first);
    }

    private int endOfPunctuator(char first) {
        if (start + 1 < text.length() && LONG_BEGIN.indexOf(first) >= 0 && LONG_GO_ON.indexOf(text.charAt(start + 1)) >= 0) {
            for (var punctuator : PUNCTUATORS) {
                if (text.startsWith(punctuator, start)) {
                    return start + punctuator.length();
                }
            }
        }
        return start + 1;
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' || c >= 128 && Character.isLetter(c);
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isQuote(int at) {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    private int endOfNumber() {
        int to = start + 1;
        for (; to < text.length(); to++) {
            char c = text.charAt(to);
            boolean sign = (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(to - 1)) >= 0;
            if (!sign && c != '.' && c != '_' && !Character.isLetterOrDigit(c)) {
                break;
            }
        }
        return to;
    }

    /** @param otherwise the token's end where the literal is not closed on its line */
    private int endOfLiteral(int quote, int otherwise) {
        for (int to = quote + 1; to < text.length() && text.charAt(to) != '\n'; to++) {
            if (text.charAt(to) == '\\') {
                to++;
            } else if (text.charAt(to) == text.charAt(quote)) {
                return to + 1;
            }
        }
        return otherwise;
    }
}
