package org.latebind.codegen.aarch64;

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
 * Kernel modules of 64-bit Arm. Functions are traced through {@code __patchable_function_entries}, which code
 * generation fills.
 */
@Component
public final class ArmModules extends BackendModules implements ModuleArch {
    /**
     * What arch/arm64/kernel/module.c knows; numbers are from "ELF for the Arm 64-bit Architecture", section 5.7.
     */
    static final Relocations RELOCATIONS = Relocations.of(257, 261)
            .patching(0, 0, 256)
            // ABS16, PREL16.
            .patching(2, 259, 262)
            // ABS32.
            .patching(4, 258)
            // PREL64.
            .patching(8, 260)
            // Instructions: MOVW_UABS_*, MOVW_SABS_*, LD_PREL_LO19, ADR_*, ADD_ABS, LDST8_ABS, TSTBR14, CONDBR19.
            .patchingFromTo(4, 263, 280)
            // JUMP26, CALL26, LDST16, LDST32, LDST64; MOVW_PREL_*.
            .patchingFromTo(4, 282, 293)
            // LDST128_ABS_LO12_NC.
            .patching(4, 299);

    /** In arch/arm64/kernel/module-plts.c: jumps to what is out of a branch's reach, and to the tracer. */
    private static final LoaderSections SECTIONS = new LoaderSections(
            List.of(".plt", ".init.plt", ".text.ftrace_trampoline", ".init.text.ftrace_trampoline"),
            Section.ALLOC | Section.EXECINSTR,
            ".ARM.attributes");

    public ArmModules() {
        // Four zeros are udf #0.
        super(AArch64.NAMES, RELOCATIONS, 0);
    }

    @Override
    public RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink) {
        return SECTIONS.addTo(merged, kernel);
    }
}
