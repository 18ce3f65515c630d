package org.latebind.headers.api;

import java.util.Objects;

/**
 * A config symbol that the kernel's build answered for its own compiler and that is answered anew
 * for ours. The list is closed: only symbols that change neither layouts, exports nor section
 * contracts may stand on it.
 *
 * @param name with {@code CONFIG_}
 * @param value {@code y} or {@code n}
 * @param reason why the kernel's own answer cannot be used
 */
public record ConfigAnswer(String name, String value, String reason) {
    public ConfigAnswer {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(reason);
        if (!name.startsWith("CONFIG_")) {
            throw new IllegalArgumentException(name);
        }
    }
}
