package org.latebind.codegen.x86_64;

import org.latebind.backend.BackendModules;
import org.latebind.backend.Relocations;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.ObjectEditor;
import org.latebind.elf.RelocatableObject;
import org.latebind.kmod.api.ModuleArch;
import org.latebind.kmod.api.ModuleKernel;
import org.osgi.service.component.annotations.Component;

/**
 * Kernel modules of x86-64, with the tables that objtool would make.
 *
 * <p>All sites are found by their relocations: a call or jump to a thunk is a relocation against the
 * thunk's name, and the opcode stands right before the bytes it patches. Nothing is disassembled. A
 * {@code ModRM} byte before a RIP-relative displacement is 00 xxx 101, so it is never mistaken for
 * an opcode E8, E9 or 8x.
 */
@Component
public final class X86Modules extends BackendModules implements ModuleArch {
    static final int R_64 = 1;
    static final int R_PC32 = 2;
    static final int R_PLT32 = 4;

    /** What arch/x86/kernel/module.c knows; numbers are from the psABI, table 4.9. */
    static final Relocations RELOCATIONS = Relocations.of(R_64, R_PC32)
            .patching(0, 0)
            // 32, 32S.
            .patching(4, R_PLT32, 10, 11)
            // PC64.
            .patching(8, 24);

    private static final int INT3 = 0xcc;

    public X86Modules() {
        super(X86.NAMES, RELOCATIONS, INT3);
    }

    @Override
    public RelocatableObject addTables(RelocatableObject merged, ModuleKernel kernel, DiagnosticSink sink) {
        var editor = new ObjectEditor(merged);
        new SiteTables(merged, kernel, sink).addTo(editor);
        new OrcTables(merged, kernel, sink).addTo(editor);
        return editor.build();
    }
}
