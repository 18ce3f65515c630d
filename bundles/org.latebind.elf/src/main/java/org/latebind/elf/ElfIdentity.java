package org.latebind.elf;

import java.nio.ByteOrder;
import java.util.Objects;

/**
 * What all objects of one link must agree on.
 *
 * @param machine {@code e_machine}
 * @param osAbi {@code e_ident[EI_OSABI]}
 * @param flags {@code e_flags}
 */
public record ElfIdentity(ByteOrder order, int machine, int osAbi, int flags) {
    public ElfIdentity {
        Objects.requireNonNull(order);
    }
}
