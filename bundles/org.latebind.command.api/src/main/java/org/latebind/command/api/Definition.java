package org.latebind.command.api;

import java.util.Objects;

/**
 * {@code -D name=value}.
 *
 * @param value {@code 1} where none was given, as compilers have it
 */
public record Definition(String name, String value) {
    public Definition {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }

    /** From the option's text, {@code X} or {@code X=value}. */
    public static Definition parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Definition(text, "1")
                : new Definition(text.substring(0, equals), text.substring(equals + 1));
    }
}
