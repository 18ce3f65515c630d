package org.latebind.codegen.aarch64.module;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.Bytes;
import org.latebind.elf.ObjectEditor;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Section;
import org.latebind.headers.api.SectionRule;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;
import org.osgi.service.component.annotations.Component;

/**
 * Kernel modules of 64-bit Arm. Relocation numbers: "ELF for the Arm 64-bit Architecture", section 5.7.
 *
 * <p>Functions are traced through {@code __patchable_function_entries}, which code generation fills; no
 * table is made here.
 */
@Component
public final class KernelModules implements ModuleArch {
    private static final int EM_AARCH64 = 183;
    private static final int R_ABS64 = 257;
    private static final int R_PREL32 = 261;

    /**
     * Sections that {@code module_frob_arch_sections} of arch/arm64/kernel/module-plts.c looks for and
     * makes room in: jumps to what is out of a branch's reach, and to the tracer.
     */
    private static final List<String> FILLED_BY_THE_LOADER =
            List.of(".plt", ".init.plt", ".text.ftrace_trampoline", ".init.text.ftrace_trampoline");

    /** Says what the code was built with, to linkers. */
    private static final String ATTRIBUTES = ".ARM.attributes";

    /** What {@code apply_relocate_add} of arch/arm64/kernel/module.c knows, and the bytes each patches. */
    private static final Map<Integer, Integer> RELOCATIONS = relocations();

    private static Map<Integer, Integer> relocations() {
        var all = new TreeMap<Integer, Integer>();
        all.put(0, 0);
        all.put(256, 0);
        all.put(R_ABS64, 8);
        all.put(258, 4);
        all.put(259, 2);
        all.put(260, 8);
        all.put(R_PREL32, 4);
        all.put(262, 2);
        // Instructions: MOVW_UABS_*, MOVW_SABS_*, LD_PREL_LO19, ADR_*, ADD_ABS, LDST8_ABS, TSTBR14, CONDBR19.
        for (int type = 263; type <= 280; type++) {
            all.put(type, 4);
        }
        // JUMP26, CALL26, LDST16, LDST32, LDST64.
        for (int type = 282; type <= 286; type++) {
            all.put(type, 4);
        }
        // MOVW_PREL_*.
        for (int type = 287; type <= 293; type++) {
            all.put(type, 4);
        }
        // LDST128_ABS_LO12_NC.
        all.put(299, 4);
        return all;
    }

    /** The types that the kernel's module loader knows. */
    public static Set<Integer> loadable() {
        return RELOCATIONS.keySet();
    }

    @Override
    public int machine() {
        return EM_AARCH64;
    }

    @Override
    public OptionalInt patchedBytes(int relocationType) {
        var bytes = RELOCATIONS.get(relocationType);
        return bytes == null ? OptionalInt.empty() : OptionalInt.of(bytes);
    }

    @Override
    public int absolute64() {
        return R_ABS64;
    }

    @Override
    public int relative32() {
        return R_PREL32;
    }

    /** Four of them are {@code udf #0}. */
    @Override
    public byte codeFill() {
        return 0;
    }

    @Override
    public RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink) {
        var editor = new ObjectEditor(merged);
        merged.sectionIndex(ATTRIBUTES).ifPresent(editor::drop);
        var ruled = kernel.moduleSections().stream().map(SectionRule::name).toList();
        for (var name : FILLED_BY_THE_LOADER) {
            if (ruled.contains(name) && merged.sectionIndex(name).isEmpty()) {
                // One byte, as the kernel's linker script has it: an empty section would be dropped.
                editor.add(new Section(
                        name,
                        Section.PROGBITS,
                        Section.ALLOC | Section.EXECINSTR,
                        1,
                        Bytes.of(new byte[1]),
                        List.of()));
            }
        }
        return editor.build();
    }
}
