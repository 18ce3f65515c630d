package org.latebind.codegen.x86_64.module;

import java.util.OptionalInt;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.ObjectEditor;
import org.latebind.elf.RelocatableObject;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;
import org.osgi.service.component.annotations.Component;

/** Kernel modules of x86-64. Relocation numbers: psABI, table 4.9. */
@Component
public final class KernelModules implements ModuleArch {
    static final int R_64 = 1;
    static final int R_PC32 = 2;
    static final int R_PLT32 = 4;

    private static final int EM_X86_64 = 62;
    private static final int R_NONE = 0;
    private static final int R_32 = 10;
    private static final int R_32S = 11;
    private static final int R_PC64 = 24;
    private static final byte INT3 = (byte) 0xcc;

    @Override
    public int machine() {
        return EM_X86_64;
    }

    /** What {@code apply_relocate_add} of arch/x86/kernel/module.c knows. */
    @Override
    public OptionalInt patchedBytes(int relocationType) {
        return switch (relocationType) {
            case R_NONE -> OptionalInt.of(0);
            case R_64, R_PC64 -> OptionalInt.of(8);
            case R_PC32, R_PLT32, R_32, R_32S -> OptionalInt.of(4);
            default -> OptionalInt.empty();
        };
    }

    @Override
    public int absolute64() {
        return R_64;
    }

    @Override
    public int relative32() {
        return R_PC32;
    }

    @Override
    public byte codeFill() {
        return INT3;
    }

    @Override
    public RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink) {
        ObjectEditor editor = new ObjectEditor(merged);
        new SiteTables(merged, kernel, sink).addTo(editor);
        new OrcTables(merged, kernel, sink).addTo(editor);
        return editor.build();
    }
}
