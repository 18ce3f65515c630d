package org.latebind.make;

import org.osgi.annotation.versioning.ProviderType;

/** Whether a condition holds: yes, no, or not decided by what is known. */
@ProviderType
public sealed interface Truth {
    record Decided(boolean holds) implements Truth {}

    record Undecided(Reason reason) implements Truth {}

    static Truth of(boolean holds) {
        return new Decided(holds);
    }

    default Truth negated() {
        return this instanceof Decided(boolean holds) ? of(!holds) : this;
    }

    /** Known to hold. */
    default boolean isTrue() {
        return this instanceof Decided(boolean holds) && holds;
    }

    /** Known not to hold. */
    default boolean isFalse() {
        return this instanceof Decided(boolean holds) && !holds;
    }
}
