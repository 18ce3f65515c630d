package org.latebind.codegen.riscv64.module;

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
 * Kernel modules of 64-bit RISC-V. Relocation numbers: RISC-V psABI, "Relocations".
 *
 * <p>Functions are traced through {@code __patchable_function_entries}, which code generation fills; no
 * table is made here.
 */
@Component
public final class KernelModules implements ModuleArch {
    private static final int EM_RISCV = 243;
    private static final int R_64 = 2;
    private static final int R_32_PCREL = 57;

    /** Says what the processor must have, to linkers and debuggers. */
    private static final String ATTRIBUTES = ".riscv.attributes";

    /** Sections that {@code module_frob_arch_sections} of arch/riscv/kernel/module-sections.c makes room in. */
    private static final List<String> FILLED_BY_THE_LOADER = List.of(".plt", ".got", ".got.plt");

    /** What {@code apply_relocate_add} of arch/riscv/kernel/module.c knows, and the bytes each patches. */
    private static final Map<Integer, Integer> RELOCATIONS = relocations();

    private static Map<Integer, Integer> relocations() {
        var all = new TreeMap<Integer, Integer>();
        all.put(0, 0);
        all.put(1, 4);
        all.put(R_64, 8);
        // BRANCH, JAL; CALL and CALL_PLT are two instructions.
        List.of(16, 17).forEach(type -> all.put(type, 4));
        List.of(18, 19).forEach(type -> all.put(type, 8));
        // PCREL_HI20, PCREL_LO12_I, PCREL_LO12_S, HI20, LO12_I, LO12_S.
        List.of(23, 24, 25, 26, 27, 28).forEach(type -> all.put(type, 4));
        // ADD8 to ADD64, SUB8 to SUB64.
        for (int i = 0; i < 4; i++) {
            all.put(33 + i, 1 << i);
            all.put(37 + i, 1 << i);
        }
        // RVC_BRANCH, RVC_JUMP; RELAX patches nothing.
        List.of(44, 45).forEach(type -> all.put(type, 2));
        all.put(51, 0);
        // SUB6, SET6, SET8, SET16, SET32, 32_PCREL, PLT32.
        List.of(52, 53, 54).forEach(type -> all.put(type, 1));
        all.put(55, 2);
        List.of(56, R_32_PCREL, 59).forEach(type -> all.put(type, 4));
        return all;
    }

    /** The types that the kernel's module loader knows. */
    public static Set<Integer> loadable() {
        return RELOCATIONS.keySet();
    }

    @Override
    public int machine() {
        return EM_RISCV;
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
        return R_32_PCREL;
    }

    /** Two of them are {@code c.unimp}. */
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
                        name, Section.PROGBITS, Section.ALLOC, 1, Bytes.of(new byte[1]), List.of()));
            }
        }
        return editor.build();
    }
}
