package org.latebind.headers.api;

import java.util.Objects;

/**
 * One thing that a link asked of header data, with the answer.
 *
 * @param name what was asked for; empty for kinds of which there is one only
 * @param answer text that is equal exactly when the answers are; {@link #ABSENT} for none
 */
public record Fact(Kind kind, String name, String answer) implements Comparable<Fact> {
    /** The answer where there is no such thing. */
    public static final String ABSENT = "absent";

    /** What can be asked. */
    public enum Kind {
        IDENTITY,
        INCLUDE_PATH,
        /** The answer is the digest of the header. */
        HEADER,
        HEADER_LIST,
        CONFIG,
        CONFIG_LIST,
        SYMBOL,
        SYMBOL_LIST,
        MODULE_SECTIONS,
        SETTINGS
    }

    public Fact {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(answer);
    }

    @Override
    public int compareTo(Fact other) {
        var byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }
}
