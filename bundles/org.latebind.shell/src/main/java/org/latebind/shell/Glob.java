package org.latebind.shell;

import java.util.Map;
import java.util.function.IntPredicate;

/** A pattern of the shell (POSIX XCU 2.13) as one of {@code java.util.regex}. */
final class Glob {
    private static final Map<String, String> CLASSES = Map.ofEntries(Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("digit", "0-9"), Map.entry("alnum", "\\p{Alnum}"), Map.entry("upper", "\\p{Upper}"),
            Map.entry("lower", "\\p{Lower}"), Map.entry("space", " \\t\\n\\x0B\\f\\r"), Map.entry("blank", " \\t"),
            Map.entry("punct", "\\p{Punct}"), Map.entry("print", "\\p{Print}"), Map.entry("graph", "\\p{Graph}"),
            Map.entry("cntrl", "\\p{Cntrl}"), Map.entry("xdigit", "\\p{XDigit}"));

    private Glob() {}

    static boolean isPattern(String text, IntPredicate quoted) {
        for (int i = 0; i < text.length(); i++) {
            if (!quoted.test(i) && "*?[".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static String toRegex(String text, IntPredicate quoted) {
        var regex = new StringBuilder("(?s)");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted.test(i)) {
                regex.append(quote(c));
                continue;
            }
            int close = i + 1 < text.length() && "@?*+".indexOf(c) >= 0 && text.charAt(i + 1) == '('
                    && !quoted.test(i + 1) ? text.indexOf(')', i) : -1;
            if (close > 0) {
                regex.append(alternatives(text, i + 2, close, quoted)).append(c == '@' ? "" : String.valueOf(c));
                i = close;
                continue;
            }
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[' -> {
                    int end = end(text, i);
                    if (end < 0) {
                        regex.append("\\[");
                    } else {
                        regex.append(bracket(text.substring(i + 1, end), '!'));
                        i = end;
                    }
                }
                default -> regex.append(quote(c));
            }
        }
        return regex.toString();
    }

    /** bash's {@code @(a|b)}, without the sign in front. */
    private static String alternatives(String text, int from, int close, IntPredicate quoted) {
        var regex = new StringBuilder("(?:");
        int start = from;
        for (int i = from; i <= close; i++) {
            if (i == close || text.charAt(i) == '|' && !quoted.test(i)) {
                int first = start;
                regex.append(toRegex(text.substring(start, i), k -> quoted.test(first + k))).append(i == close ? ")" : "|");
                start = i + 1;
            }
        }
        return regex.toString();
    }

    /** Where the bracket expression that starts there ends, or -1. */
    static int end(String text, int start) {
        int i = start + 1;
        if (i < text.length() && (text.charAt(i) == '!' || text.charAt(i) == '^')) {
            i++;
        }
        for (int first = i; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ']' && i > first) {
                return i;
            }
            if (c == '[' && i + 1 < text.length() && ":.=".indexOf(text.charAt(i + 1)) >= 0) {
                int close = text.indexOf(text.charAt(i + 1) + "]", i + 2);
                if (close > 0) {
                    i = close + 1;
                }
            }
        }
        return -1;
    }

    /**
     * A bracket expression.
     *
     * @param inside without its brackets
     * @param negation the character besides {@code ^} that negates it, or {@code ^}
     */
    static String bracket(String inside, char negation) {
        var regex = new StringBuilder("[");
        int i = 0;
        if (!inside.isEmpty() && (inside.charAt(0) == '^' || inside.charAt(0) == negation)) {
            regex.append('^');
            i++;
        }
        while (i < inside.length()) {
            if (inside.startsWith("[:", i)) {
                int close = inside.indexOf(":]", i);
                var name = close < 0 ? "" : inside.substring(i + 2, close);
                if (!CLASSES.containsKey(name)) {
                    throw new IllegalArgumentException("[:" + name + ":]");
                }
                regex.append(CLASSES.get(name));
                i = close + 2;
            } else if (inside.startsWith("[.", i) || inside.startsWith("[=", i)) {
                throw new IllegalArgumentException(inside.substring(i, i + 2));
            } else if (inside.charAt(i) == '-' && i > 0 && i + 1 < inside.length() && isRange(inside, i)) {
                if (inside.charAt(i - 1) > inside.charAt(i + 1)) {
                    throw new IllegalArgumentException("a range that is the wrong way round");
                }
                regex.append('-');
                i++;
            } else {
                regex.append(quote(inside.charAt(i++)));
            }
        }
        return regex.append(']').toString();
    }

    private static boolean isRange(String inside, int dash) {
        return !(dash == 1 && (inside.charAt(0) == '^' || inside.charAt(0) == '!')) && inside.charAt(dash - 1) != ']'
                || false;
    }

    static String quote(char c) {
        return Character.isLetterOrDigit(c) || c > 127 || c < 32 ? String.valueOf(c) : "\\" + c;
    }
}
