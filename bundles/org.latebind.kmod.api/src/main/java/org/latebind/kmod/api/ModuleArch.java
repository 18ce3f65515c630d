package org.latebind.kmod.api;

import java.util.OptionalInt;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.RelocatableObject;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What packaging must know about a machine. Each architecture's bundle registers one as a service;
 * the packager chooses by {@link #machine()}.
 */
@ConsumerType
public interface ModuleArch {
    /** {@code e_machine} of the objects it understands. */
    int machine();

    /**
     * How many bytes a relocation patches.
     *
     * @return empty for a relocation that the kernel's module loader does not know
     */
    OptionalInt patchedBytes(int relocationType);

    /** The relocation of an absolute 64-bit address. */
    int absolute64();

    /** The relocation of a 32-bit distance, {@code S + A - P}. */
    int relative32();

    /** What stands between two pieces of code that are merged: an instruction that traps. */
    byte codeFill();

    /**
     * Adds the tables that the kernel's {@code objtool} and {@code recordmcount} would make, fixes up
     * those that headers emit for them, and drops what only they read.
     *
     * @param merged the module with sections of one name merged; all sites are found from its
     *     relocations and call-frame information
     */
    RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink);
}
