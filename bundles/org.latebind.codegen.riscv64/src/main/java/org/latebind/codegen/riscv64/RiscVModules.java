package org.latebind.codegen.riscv64;

import java.util.List;
import org.latebind.backend.BackendModules;
import org.latebind.backend.LoaderSections;
import org.latebind.backend.Relocations;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;
import org.osgi.service.component.annotations.Component;

/**
 * Kernel modules of 64-bit RISC-V. Functions are traced through {@code __patchable_function_entries}, which code
 * generation fills.
 */
@Component
public final class RiscVModules extends BackendModules implements ModuleArch {
    /** What arch/riscv/kernel/module.c knows; numbers are from the psABI, "Relocations". */
    static final Relocations RELOCATIONS = Relocations.of(2, 57)
            // NONE; RELAX patches nothing.
            .patching(0, 0, 51)
            // SUB6, SET6, SET8, ADD8, SUB8.
            .patching(1, 52, 53, 54, 33, 37)
            // RVC_BRANCH, RVC_JUMP, SET16, ADD16, SUB16.
            .patching(2, 44, 45, 55, 34, 38)
            // 32, BRANCH, JAL, SET32, PLT32, ADD32, SUB32.
            .patching(4, 1, 16, 17, 56, 59, 35, 39)
            // PCREL_HI20, PCREL_LO12_I, PCREL_LO12_S, HI20, LO12_I, LO12_S.
            .patchingFromTo(4, 23, 28)
            // CALL and CALL_PLT are two instructions; ADD64, SUB64.
            .patching(8, 18, 19, 36, 40);

    /** In arch/riscv/kernel/module-sections.c. */
    private static final LoaderSections SECTIONS =
            new LoaderSections(List.of(".plt", ".got", ".got.plt"), Section.ALLOC, ".riscv.attributes");

    public RiscVModules() {
        // Two zeros are c.unimp.
        super(RiscV.NAMES, RELOCATIONS, 0);
    }

    @Override
    public RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink) {
        return SECTIONS.addTo(merged, kernel);
    }
}
