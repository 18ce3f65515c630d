package org.latebind.codegen.s390x;

import org.latebind.backend.BackendModules;
import org.latebind.backend.Relocations;
import org.latebind.kmod.api.ModuleArch;
import org.osgi.service.component.annotations.Component;

/**
 * Kernel modules of the 64-bit IBM Z. Code generation fills {@code __mcount_loc} itself, and the loader finds what it
 * needs for its tables of addresses and calls in the relocations.
 */
@Component
public final class S390Modules extends BackendModules implements ModuleArch {
    /** What arch/s390/kernel/module.c knows; numbers are from the s390x ABI Supplement, "Relocation Types". */
    static final Relocations RELOCATIONS = Relocations.of(22, 5)
            .patching(0, 0)
            .patching(1, 1)
            // 12, 16, GOT12, GOT16, PC16, PC16DBL, PLT16DBL, GOTOFF16, GOTPLT12, GOTPLT16, PLTOFF16.
            .patching(2, 2, 3, 6, 15, 16, 17, 18, 27, 29, 30, 34)
            // 32, GOT32, PLT32, GOTOFF32, GOTPC, PC32DBL, PLT32DBL, GOTPCDBL, GOTENT, GOTPLT32, GOTPLTENT, PLTOFF32.
            .patching(4, 4, 7, 8, 13, 14, 19, 20, 21, 26, 31, 33, 35)
            // 20, GOT20, GOTPLT20: of a word, the middle.
            .patching(4, 57, 58, 59)
            // PC64, GOT64, PLT64, GOTOFF64, GOTPLT64, PLTOFF64.
            .patching(8, 23, 24, 25, 28, 32, 36);

    public S390Modules() {
        // Two zeros are not an instruction.
        super(S390.NAMES, RELOCATIONS, 0);
    }
}
