package org.latebind.make;

import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What text expands to: known, or undecided with a reason. */
@ProviderType
public sealed interface Value {
    Value EMPTY = new Known("");

    record Known(String text) implements Value {
        public Known {
            Objects.requireNonNull(text);
        }
    }

    /**
     * Text of which a part is not known.
     *
     * @param before what it starts with
     * @param after what it ends with, behind {@code before}
     * @param hasWord whether it is known to have something in it that is not white space
     */
    record Undecided(String before, String after, boolean hasWord, Reason reason) implements Value {
        public Undecided {
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
            Objects.requireNonNull(reason);
            hasWord |= !before.isBlank() || !after.isBlank();
        }
    }

    static Value of(String text) {
        return text.isEmpty() ? EMPTY : new Known(text);
    }

    /** Text of which nothing is known. */
    static Value undecided(Reason reason) {
        return new Undecided("", "", false, reason);
    }

    /** Text of which nothing is known but that it is not blank. */
    static Value undecidedWord(Reason reason) {
        return new Undecided("", "", true, reason);
    }

    /** The text, where it is known. */
    default Optional<String> known() {
        return this instanceof Known(var text) ? Optional.of(text) : Optional.empty();
    }

    /** Why it is undecided, where it is. */
    default Optional<Reason> why() {
        return this instanceof Undecided undecided ? Optional.of(undecided.reason()) : Optional.empty();
    }

    /** This value with another one behind it. */
    default Value then(Value next) {
        return switch (this) {
            case Known(var text) when text.isEmpty() -> next;
            case Known(var text) -> switch (next) {
                case Known(var more) -> new Known(text + more);
                case Undecided u -> new Undecided(text + u.before(), u.after(), u.hasWord(), u.reason());
            };
            case Undecided u -> switch (next) {
                case Known(var more) -> new Undecided(u.before(), u.after() + more, u.hasWord(), u.reason());
                case Undecided v -> new Undecided(u.before(), v.after(), u.hasWord() || v.hasWord(), u.reason());
            };
        };
    }

    default Truth isEmpty() {
        return switch (this) {
            case Known(var text) -> Truth.of(text.isEmpty());
            case Undecided u when u.hasWord() || !u.before().isEmpty() || !u.after().isEmpty() -> Truth.of(false);
            case Undecided u -> new Truth.Undecided(u.reason());
        };
    }

    default Truth equalTo(Value other) {
        return switch (this) {
            case Known(var text) -> switch (other) {
                case Known(var otherText) -> Truth.of(text.equals(otherText));
                case Undecided u -> equal(u, text);
            };
            case Undecided u -> switch (other) {
                case Known(var text) -> equal(u, text);
                case Undecided v -> mayBegin(u.before(), v.before()) && mayEnd(u.after(), v.after())
                        ? new Truth.Undecided(u.reason()) : Truth.of(false);
            };
        };
    }

    private static Truth equal(Undecided undecided, String text) {
        return undecided.mayBe(text) ? new Truth.Undecided(undecided.reason()) : Truth.of(false);
    }

    /** Whether a text may turn out to be this value. */
    default boolean mayBe(String text) {
        return switch (this) {
            case Known(var known) -> known.equals(text);
            case Undecided u -> text.length() >= u.before().length() + u.after().length()
                    && text.startsWith(u.before()) && text.endsWith(u.after()) && !(u.hasWord() && text.isBlank());
        };
    }

    private static boolean mayBegin(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static boolean mayEnd(String one, String other) {
        return one.endsWith(other) || other.endsWith(one);
    }

    /** One of two values, and which one is not decided. */
    static Value either(Value one, Value other, Reason reason) {
        if (one.equals(other)) {
            return one;
        }
        if (!(one instanceof Known(var text)) || !(other instanceof Known(var otherText))) {
            return undecided(reason);
        }
        int shorter = Math.min(text.length(), otherText.length());
        int before = 0;
        while (before < shorter && text.charAt(before) == otherText.charAt(before)) {
            before++;
        }
        int after = 0;
        while (after < shorter - before
                && text.charAt(text.length() - 1 - after) == otherText.charAt(otherText.length() - 1 - after)) {
            after++;
        }
        return new Undecided(text.substring(0, before), text.substring(text.length() - after),
                !text.isBlank() && !otherText.isBlank(), reason);
    }
}
