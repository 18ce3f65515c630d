package org.latebind.target.api;

import java.util.Objects;
import java.util.Optional;

/**
 * An option of the kernel's configuration that is answered for our compiler.
 *
 * @param option without {@code CONFIG_}
 * @param value as {@code .config} would have it; empty for not set
 * @param reason why the kernel's own answer does not hold for us, and why changing it is safe
 */
public record ConfigAnswer(String option, Optional<String> value, String reason) {
    public ConfigAnswer {
        Objects.requireNonNull(option);
        Objects.requireNonNull(value);
        Objects.requireNonNull(reason);
    }
}
