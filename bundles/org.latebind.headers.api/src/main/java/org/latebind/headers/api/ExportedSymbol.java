package org.latebind.headers.api;

import java.util.Objects;

/**
 * A symbol that the kernel or one of its modules exports: a line of {@code Module.symvers}.
 *
 * @param crc the symbol version, 32 bits unsigned; 0 where the kernel has no MODVERSIONS
 * @param namespace the symbol namespace, empty when it is in none
 * @param owner {@code vmlinux}, or the path of the owning module without {@code .ko}
 */
public record ExportedSymbol(String name, long crc, ExportClass exportClass, String namespace, String owner) {

    /** Who may import a symbol. */
    public enum ExportClass {
        ANY_LICENCE,
        GPL_ONLY
    }

    public ExportedSymbol {
        Objects.requireNonNull(name);
        Objects.requireNonNull(exportClass);
        Objects.requireNonNull(namespace);
        Objects.requireNonNull(owner);
        if (crc >>> 32 != 0) {
            throw new IllegalArgumentException("not 32 bits: " + crc);
        }
    }

    public boolean inKernelImage() {
        return owner.equals("vmlinux");
    }

    /** The owning module's name as {@code depends=} and {@code lsmod} spell it; empty for the image. */
    public String ownerModule() {
        return inKernelImage() ? "" : owner.substring(owner.lastIndexOf('/') + 1).replace('-', '_');
    }
}
