package org.latebind.headers.api;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is different between two kernels.
 *
 * @param from release of the first
 * @param to release of the second
 * @param differences each kind's sorted by name
 */
public record KernelDifferences(String from, String to, SortedMap<Kind, List<Difference>> differences) {
    /** What can differ. */
    public enum Kind {
        CONFIG,
        SYMBOL,
        /** A struct, union, enum or typedef: its layout and constants. */
        TYPE,
        MACRO,
        INLINE_FUNCTION,
        /** Of a function or an object that is defined elsewhere. */
        DECLARATION;

        /** For people. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What happened to it. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** @param details what changed, a line each; of what was added or removed what it is */
    public record Difference(String name, Change change, List<String> details) {
        public Difference {
            Objects.requireNonNull(name);
            Objects.requireNonNull(change);
            details = List.copyOf(details);
        }
    }

    public KernelDifferences {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        differences = Collections.unmodifiableSortedMap(new TreeMap<>(differences));
    }

    /** All of a kind; none where nothing of it differs. */
    public List<Difference> of(Kind kind) {
        return differences.getOrDefault(kind, List.of());
    }
}
