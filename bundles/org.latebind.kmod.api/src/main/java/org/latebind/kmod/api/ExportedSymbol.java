package org.latebind.kmod.api;

import java.util.Objects;

/**
 * One exported symbol, as a line of {@code Module.symvers} has it.
 *
 * @param crc symbol version, 32 bits; 0 where the kernel has none
 * @param owner {@code vmlinux}, or the path of the exporting module without {@code .ko}
 * @param gplOnly whether only GPL-compatible modules may import it
 * @param namespace empty for none
 */
public record ExportedSymbol(
        String name, long crc, String owner, boolean gplOnly, String namespace) {
    /** The owner of what the kernel image itself exports. */
    public static final String VMLINUX = "vmlinux";

    public ExportedSymbol {
        Objects.requireNonNull(name);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(namespace);
    }
}
