package org.latebind.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits what make hands to the shell into a command's arguments: POSIX shell, 2.2 Quoting, without expansions. */
public final class ShellWords {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    /** An empty pair of quotes is a word, too. */
    private boolean inWord;

    private ShellWords() {}

    public static List<String> split(String text) {
        var split = new ShellWords();
        for (int i = 0; i < text.length(); ) {
            i = split.part(text, i);
        }
        split.end();
        return List.copyOf(split.words);
    }

    /** The first character that a shell would act on and that {@link #split} takes as it is. */
    public static Optional<Character> firstExpansion(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (isExpansion(text, i, quote)) {
                return Optional.of(c);
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return Optional.empty();
    }

    private static boolean isExpansion(String text, int index, char quote) {
        char c = text.charAt(index);
        return switch (quote) {
            case 0 -> "$`;&|<>()*?[]~#".indexOf(c) >= 0 && !isPlain(text, index);
            case '"' -> c == '$' || c == '`';
            default -> false;
        };
    }

    /** {@code ~} and {@code #} mean something at the start of a word only. */
    private static boolean isPlain(String text, int index) {
        return "~#".indexOf(text.charAt(index)) >= 0 && index > 0 && " \t\n".indexOf(text.charAt(index - 1)) < 0;
    }

    /** Takes the white space, the quoted text or the character that starts there; the offset behind it. */
    private int part(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case ' ', '\t', '\n' -> {
                end();
                yield at + 1;
            }
            case '\'' -> {
                int close = text.indexOf('\'', at + 1);
                int end = close < 0 ? text.length() : close;
                add(text.substring(at + 1, end));
                yield end + 1;
            }
            case '"' -> doubleQuoted(text, at + 1);
            case '\\' -> {
                add(at + 1 < text.length() ? text.substring(at + 1, at + 2) : "\\");
                yield at + 2;
            }
            default -> {
                add(String.valueOf(c));
                yield at + 1;
            }
        };
    }

    private int doubleQuoted(String text, int start) {
        add("");
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            boolean escapes = c == '\\' && i + 1 < text.length() && "$`\"\\".indexOf(text.charAt(i + 1)) >= 0;
            add(String.valueOf(escapes ? text.charAt(++i) : c));
        }
        return text.length();
    }

    private void add(String text) {
        word.append(text);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
