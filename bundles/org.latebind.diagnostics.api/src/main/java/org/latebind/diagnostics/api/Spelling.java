package org.latebind.diagnostics.api;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was meant. */
public final class Spelling {
    private Spelling() {}

    /** The nearest of the names, where one is near enough to have been meant. */
    public static Optional<String> nearest(String wanted, Collection<String> names) {
        var best = Optional.<String>empty();
        int limit = Math.max(1, (wanted.length() + 1) / 3);
        for (var name : names) {
            if (Math.abs(name.length() - wanted.length()) <= limit) {
                int distance = distance(wanted, name);
                if (distance <= limit && distance < wanted.length()) {
                    limit = distance - 1;
                    best = Optional.of(name);
                }
            }
            if (limit < 0) {
                break;
            }
        }
        return best.or(() -> containing(wanted, names));
    }

    /** {@code cpu} for {@code wake_cpu}: a word of the name. */
    private static Optional<String> containing(String wanted, Collection<String> names) {
        return wanted.length() < 3
                ? Optional.empty()
                : names.stream().filter(n -> ("_" + n + "_").contains("_" + wanted + "_")).findFirst();
    }

    /** Edits between two words: a letter changed, added, left out, or swapped with the next. */
    private static int distance(String a, String b) {
        var beforePrevious = new int[b.length() + 1];
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[b.length()];
    }
}
