package org.latebind.typed.api;

import java.util.Objects;

/**
 * Names an enumerated type, in all units of one kernel alike; the package documentation has the rules.
 *
 * @param name {@code enum pid_type} for a tag of file scope; for others, where they are written:
 *     {@code enum (unnamed) kernel:include/linux/gfp.h:12:1}
 */
public record EnumId(String name) {
    public EnumId {
        Objects.requireNonNull(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
