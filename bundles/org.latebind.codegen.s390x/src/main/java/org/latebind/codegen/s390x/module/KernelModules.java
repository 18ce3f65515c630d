package org.latebind.codegen.s390x.module;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.RelocatableObject;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;
import org.osgi.service.component.annotations.Component;

/**
 * Kernel modules of the 64-bit IBM Z. Relocation numbers: s390x ABI Supplement, "Relocation Types".
 *
 * <p>Code generation fills {@code __mcount_loc} itself, and the loader finds what it needs for its tables of
 * addresses and calls in the relocations; no table is made here.
 */
@Component
public final class KernelModules implements ModuleArch {
    private static final int EM_S390 = 22;
    private static final int R_64 = 22;
    private static final int R_PC32 = 5;

    /** What {@code apply_rela} of arch/s390/kernel/module.c knows, and the bytes each patches. */
    private static final Map<Integer, Integer> RELOCATIONS = relocations();

    private static Map<Integer, Integer> relocations() {
        var all = new TreeMap<Integer, Integer>();
        all.put(0, 0);
        all.put(1, 1);
        // 12, 16, GOT12, GOT16, PC16, PC16DBL, PLT16DBL, GOTOFF16, GOTPLT12, GOTPLT16, PLTOFF16.
        List.of(2, 3, 6, 15, 16, 17, 18, 27, 29, 30, 34).forEach(type -> all.put(type, 2));
        // 32, PC32, GOT32, PLT32, GOTOFF32, GOTPC, PC32DBL, PLT32DBL, GOTPCDBL, GOTENT, GOTPLT32, GOTPLTENT, PLTOFF32.
        List.of(4, R_PC32, 7, 8, 13, 14, 19, 20, 21, 26, 31, 33, 35).forEach(type -> all.put(type, 4));
        // 20, GOT20, GOTPLT20: of a word, the middle.
        List.of(57, 58, 59).forEach(type -> all.put(type, 4));
        // 64, PC64, GOT64, PLT64, GOTOFF64, GOTPLT64, PLTOFF64.
        List.of(R_64, 23, 24, 25, 28, 32, 36).forEach(type -> all.put(type, 8));
        return all;
    }

    /** The types that the kernel's module loader knows. */
    public static Set<Integer> loadable() {
        return RELOCATIONS.keySet();
    }

    @Override
    public int machine() {
        return EM_S390;
    }

    @Override
    public OptionalInt patchedBytes(int relocationType) {
        var bytes = RELOCATIONS.get(relocationType);
        return bytes == null ? OptionalInt.empty() : OptionalInt.of(bytes);
    }

    @Override
    public int absolute64() {
        return R_64;
    }

    @Override
    public int relative32() {
        return R_PC32;
    }

    /** Two of them are no instruction. */
    @Override
    public byte codeFill() {
        return 0;
    }

    @Override
    public RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink) {
        return merged;
    }
}
