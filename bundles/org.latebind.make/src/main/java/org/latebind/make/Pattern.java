package org.latebind.make;

import java.util.Optional;

/**
 * A pattern of {@code patsubst} and {@code filter}: the first {@code %} that no backslash quotes stands for any text.
 *
 * @param percent whether there is one
 */
record Pattern(String before, boolean percent, String after) {
    static Pattern of(String text) {
        var found = Text.find(text, "%", false);
        return found.index() < 0
                ? new Pattern(found.text(), false, "")
                : new Pattern(found.before(), true, found.text().substring(found.index() + 1));
    }

    /** What {@code %} stands for when a word is this pattern; empty text where the pattern has none. */
    Optional<String> stem(String word) {
        if (!percent) {
            return word.equals(before) ? Optional.of("") : Optional.empty();
        }
        boolean fits = word.length() >= before.length() + after.length()
                && word.startsWith(before) && word.endsWith(after);
        return fits ? Optional.of(word.substring(before.length(), word.length() - after.length())) : Optional.empty();
    }

    /** This pattern as a replacement. */
    String with(String stem) {
        return percent ? before + stem + after : before;
    }
}
