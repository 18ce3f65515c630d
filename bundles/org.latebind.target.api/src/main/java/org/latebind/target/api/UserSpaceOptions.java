package org.latebind.target.api;

import java.util.Objects;

/**
 * Choices for plain user-space C.
 *
 * @param positionIndependent {@code -fPIE}, as Debian's gcc does unless told otherwise
 */
public record UserSpaceOptions(LanguageSettings.Dialect dialect, Optimization optimization, boolean positionIndependent) {
    /** How hard to optimise; there is no level that does not fold and inline. */
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

    /**
     * The side of the language, as Debian 12's gcc has it.
     *
     * @param charIsSigned what plain {@code char} is on the architecture
     */
    public LanguageSettings language(boolean charIsSigned) {
        return new LanguageSettings(
                dialect,
                new LanguageSettings.GccVersion(12, 2, 0),
                charIsSigned,
                false,
                false,
                false,
                !dialect.isC99OrLater(),
                true,
                optimization == Optimization.OS,
                false,
                false,
                // gcc reads what was not written as some value; LLVM would delete what depends on it.
                true,
                false);
    }

    /** The pass pipeline in LLVM's text form. */
    public String passes() {
        return switch (optimization) {
            case O1 -> "default<O1>";
            case O2 -> "default<O2>";
            case O3 -> "default<O3>";
            case OS -> "default<Os>";
        };
    }
}
