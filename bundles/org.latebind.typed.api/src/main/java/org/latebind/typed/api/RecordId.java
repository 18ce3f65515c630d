package org.latebind.typed.api;

import java.util.Objects;

/**
 * Names a struct or union type, in all units of one kernel alike; the package documentation has the rules.
 *
 * @param name {@code struct task_struct} for a tag of file scope; for others, where they are written:
 *     {@code union (unnamed) kernel:include/linux/mm_types.h:74:2}
 */
public record RecordId(String name) {
    public RecordId {
        Objects.requireNonNull(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
