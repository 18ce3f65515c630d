package org.latebind.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pieces of text that are not known, each of them written as one character that no file has (files are ISO 8859-1). A
 * script may pass such text on, and is undecided where it looks into it.
 */
public final class Unknowns {
    private static final char FIRST = '\uE000';
    private static final char LAST = '\uF8FF';

    /** @param identity by which two texts are the same; empty for what a host does not know */
    private record Unknown(String what, boolean word, String identity) {}

    private final List<Unknown> unknowns = new ArrayList<>();
    private final Map<Unknown, Character> known = new HashMap<>();

    /** Text that is one word: not empty, and without white space and characters that a shell acts on. */
    public String word(String what) {
        return add(new Unknown(what, true, ""));
    }

    /** Text of which nothing is known. The same reason gives the same text. */
    public String text(String what) {
        return add(new Unknown(what, false, ""));
    }

    /** Text that a script has made of what is unknown. */
    String made(String what, boolean word, String identity) {
        return add(new Unknown(what, word, identity));
    }

    /** Whether a text has a piece in it that is not the host's own. */
    boolean hasMade(String text) {
        return text.chars().anyMatch(c -> isUnknown((char) c) && !unknowns.get(c - FIRST).identity().isEmpty());
    }

    private String add(Unknown unknown) {
        if (unknowns.size() > LAST - FIRST) {
            throw new IllegalStateException("too many unknown texts");
        }
        return String.valueOf(known.computeIfAbsent(unknown, any -> {
            unknowns.add(unknown);
            return (char) (FIRST + unknowns.size() - 1);
        }));
    }

    public static boolean isUnknown(char c) {
        return c >= FIRST && c <= LAST;
    }

    public static boolean isKnown(String text) {
        return text.chars().noneMatch(c -> isUnknown((char) c));
    }

    /** What the first unknown piece of a text is, as a sentence without a period. */
    public Optional<String> what(String text) {
        return first(text).map(Unknown::what);
    }

    boolean isWord(char c) {
        return c - FIRST < unknowns.size() && unknowns.get(c - FIRST).word();
    }

    private Optional<Unknown> first(String text) {
        return text.chars().filter(c -> isUnknown((char) c)).mapToObj(c -> unknowns.get(c - FIRST)).findFirst();
    }
}
