package org.latebind.target.api;

import java.util.Objects;

/**
 * Choices for plain user-space C.
 *
 * @param positionIndependent {@code -fPIE}, as Debian's gcc does unless told otherwise
 */
public record UserSpaceOptions(LanguageSettings.Dialect dialect, Optimization optimization, boolean positionIndependent) {
    /** How hard to optimize; there is no level that does not fold and inline. */
    public enum Optimization {
        O1,
        O2,
        O3,
        OS
    }

    public UserSpaceOptions {
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(optimization);
    }

    /** What a bare {@code gcc -O2 -c} does. */
    public static UserSpaceOptions defaults() {
        return new UserSpaceOptions(LanguageSettings.Dialect.GNU17, Optimization.O2, true);
    }
}
