package org.latebind.preprocessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.token.api.HeaderFragment.CountedName;

/**
 * Finds out what of a run depends on the value of {@code __COUNTER__}, by comparing it with the
 * same run under another value.
 *
 * <pre>
 * ASSERT(x);   under 7: reads x, __assert_7      under 100007: reads x, __assert_100007
 *              counted: "__assert_" + 0 + ""
 * </pre>
 */
final class CountedNames {
    /** How far the other value is; no unit uses as many. */
    static final int DISTANCE = 10_000_000;

    private final Fragment fragment;
    private final Recording other;

    CountedNames(Fragment fragment, Recording other) {
        this.fragment = fragment;
        this.other = other;
    }

    /** The names that the value makes, or empty where it decides more than the text of tokens. */
    Optional<List<CountedName>> find() {
        if (!sameShape()) {
            return Optional.empty();
        }
        var here = new HashSet<>(Arrays.asList(fragment.names));
        var there = new HashSet<>(other.names());
        var counted = new ArrayList<CountedName>();
        for (int i = 0; i < fragment.names.length; i++) {
            if (there.contains(fragment.names[i])) {
                continue;
            }
            var name = fragment.values[i] == null ? counted(fragment.names[i], there) : Optional.<CountedName>empty();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            counted.add(name.get());
        }
        there.removeAll(here);
        return there.size() == counted.size() ? Optional.of(counted) : Optional.empty();
    }

    private boolean sameShape() {
        if (other.isDependingOnMore() || other.tokens().size() != fragment.size
                || !other.changedNames().equals(Arrays.asList(fragment.changed))) {
            return false;
        }
        for (int i = 0; i < fragment.size; i++) {
            var a = fragment.tokens().get(i);
            var b = other.tokens().get(i);
            if (a.kind() != b.kind() || a.flags() != b.flags()) {
                return false;
            }
        }
        return true;
    }

    private Optional<CountedName> counted(String name, Set<String> there) {
        for (int step = 0; step < fragment.counters; step++) {
            var digits = Integer.toString(fragment.firstCounter + step);
            for (int at = name.indexOf(digits); at >= 0; at = name.indexOf(digits, at + 1)) {
                var made = new CountedName(name.substring(0, at), step, name.substring(at + digits.length()));
                if (there.contains(made.at(fragment.firstCounter + DISTANCE))) {
                    return Optional.of(made);
                }
            }
        }
        return Optional.empty();
    }
}
