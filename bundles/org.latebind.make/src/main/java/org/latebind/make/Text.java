package org.latebind.make;

import java.util.ArrayList;
import java.util.List;

/** GNU make's ways through text: white space, words, references, quoting by backslashes, continuations. */
final class Text {
    private Text() {}

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isSpace(char c) {
        return isBlank(c) || c >= '\n' && c <= '\r';
    }

    static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int endOfWord(String text, int from) {
        int i = from;
        while (i < text.length() && !isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (int i = skipSpace(text, 0); i < text.length(); ) {
            int end = endOfWord(text, i);
            words.add(text.substring(i, end));
            i = skipSpace(text, end);
        }
        return words;
    }

    /** Without white space at both ends. */
    static String stripped(String text) {
        int start = skipSpace(text, 0);
        int end = text.length();
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The offset behind the reference whose {@code $} is before {@code from}; the text's end where it has no end. */
    static int endOfReference(String text, int from) {
        if (from >= text.length()) {
            return from;
        }
        char open = text.charAt(from);
        if (open != '(' && open != '{') {
            return from + 1;
        }
        int close = closing(text, from + 1, open);
        return close < 0 ? text.length() : close + 1;
    }

    /** Where the bracket is closed that was opened before {@code from}, or -1. */
    static int closing(String text, int from, char open) {
        char close = closes(open);
        int level = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == open) {
                level++;
            } else if (c == close && --level == 0) {
                return i;
            }
        }
        return -1;
    }

    static char closes(char open) {
        return open == '(' ? ')' : '}';
    }

    static int backslashesBefore(CharSequence text, int index) {
        int i = index;
        while (i > 0 && text.charAt(i - 1) == '\\') {
            i--;
        }
        return index - i;
    }

    /**
     * A character that no backslash quotes.
     *
     * @param text with half of the backslashes before each of the characters on the way
     * @param index where it is in {@code text}, or -1
     */
    record Found(String text, int index) {
        /** What is before it, or all. */
        String before() {
            return index < 0 ? text : text.substring(0, index);
        }
    }

    /** Finds the first of some characters that is not quoted and, where {@code overReferences}, in no reference. */
    static Found find(String text, String characters, boolean overReferences) {
        var out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (overReferences && c == '$') {
                int end = endOfReference(text, i + 1);
                out.append(text, i, Math.max(end, i + 1));
                i = Math.max(end, i + 1);
                continue;
            }
            if (characters.indexOf(c) >= 0) {
                int backslashes = backslashesBefore(out, out.length());
                out.setLength(out.length() - (backslashes + 1) / 2);
                if (backslashes % 2 == 0) {
                    return new Found(out + text.substring(i), out.length());
                }
            }
            out.append(c);
            i++;
        }
        return new Found(out.toString(), -1);
    }

    static String withoutComment(String text) {
        return find(text, "#", true).before();
    }

    /** A logical line in one: white space around a backslash and newline is one blank. */
    static String joined(String raw) {
        int newline = raw.indexOf('\n');
        if (newline < 0) {
            return raw;
        }
        var out = new StringBuilder();
        int in = 0;
        while (newline >= 0) {
            int backslashes = backslashesBefore(raw.subSequence(in, newline), newline - in);
            out.append(raw, in, newline - (backslashes + 1) / 2);
            in = newline + 1;
            if (backslashes % 2 == 1) {
                in = join(raw, in, out);
            } else {
                out.append('\n');
            }
            newline = raw.indexOf('\n', in);
        }
        return out.append(raw, in, raw.length()).toString();
    }

    private static int join(String raw, int from, StringBuilder out) {
        int in = from;
        while (in < raw.length() && isBlank(raw.charAt(in))) {
            in++;
        }
        while (!out.isEmpty() && isBlank(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
        out.append(' ');
        return in;
    }
}
