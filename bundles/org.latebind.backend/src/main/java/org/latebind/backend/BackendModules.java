package org.latebind.backend;

import java.util.Objects;
import java.util.OptionalInt;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.RelocatableObject;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;
import org.latebind.target.api.ArchNames;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What packaging must know of an architecture's kernel modules. Without more no table is added, which is right
 * where code generation fills those for tracing.
 *
 * <pre>
 * {@literal @}Component
 * public final class PrefixModules extends BackendModules implements ModuleArch {
 * </pre>
 */
@ConsumerType
public abstract class BackendModules implements ModuleArch {
    private final int machine;
    private final Relocations relocations;
    private final byte codeFill;

    /** @param codeFill a byte of which one or more make an instruction that traps */
    protected BackendModules(ArchNames names, Relocations relocations, int codeFill) {
        machine = names.elfMachine();
        this.relocations = Objects.requireNonNull(relocations);
        this.codeFill = (byte) codeFill;
    }

    @Override
    public final int machine() {
        return machine;
    }

    @Override
    public final OptionalInt patchedBytes(int relocationType) {
        return relocations.patchedBytes(relocationType);
    }

    @Override
    public final int absolute64() {
        return relocations.absolute64();
    }

    @Override
    public final int relative32() {
        return relocations.relative32();
    }

    @Override
    public final byte codeFill() {
        return codeFill;
    }

    @Override
    public RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink) {
        return merged;
    }
}
