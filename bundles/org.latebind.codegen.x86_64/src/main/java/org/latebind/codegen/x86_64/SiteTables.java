package org.latebind.codegen.x86_64;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.elf.Bytes;
import org.latebind.elf.ObjectEditor;
import org.latebind.elf.RelocatableObject;
import org.latebind.elf.Relocation;
import org.latebind.elf.Section;
import org.latebind.elf.Symbol;
import org.latebind.kmod.api.ModuleKernel;

/**
 * Where the kernel patches a module's code.
 *
 * <pre>
 *   call __fentry__                  -> __mcount_loc        address of the call
 *   jmp  __x86_return_thunk          -> .return_sites       distance to the jump
 *   call __x86_indirect_thunk_rax    -> .retpoline_sites    distance to the call, or its cs prefix
 *   call __SCT__foo                  -> .static_call_sites  distance to the call, and to the key
 *   call foo                         -> .call_sites         distance to the call
 * </pre>
 */
final class SiteTables {
    /** Copied over the original instruction at run time; objtool leaves it out for that reason. */
    private static final String REPLACEMENTS = ".altinstr_replacement";

    private static final String TRAMPOLINE = "__SCT__";
    private static final String KEY = "__SCK__";
    private static final String INDIRECT = "__x86_indirect_thunk_";

    /** Registers that need a REX prefix: compilers put a cs prefix before calls of their thunks. */
    private static final Set<String> PREFIXED = Set.of("r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15");

    private static final int CALL = 0xe8;
    private static final int JUMP = 0xe9;
    private static final int CS_PREFIX = 0x2e;
    private static final int TWO_BYTE = 0x0f;
    /** {@code STATIC_CALL_SITE_TAIL} of include/linux/static_call_types.h. */
    private static final long TAIL = 1;

    private final RelocatableObject object;
    private final ModuleKernel kernel;
    private final DiagnosticSink sink;
    private final List<Site> tracing = new ArrayList<>();
    private final List<Site> returns = new ArrayList<>();
    private final List<Site> indirect = new ArrayList<>();
    private final List<Site> statics = new ArrayList<>();
    private final List<Site> calls = new ArrayList<>();

    private record Site(int section, long offset, boolean jump, String target) {}

    SiteTables(RelocatableObject object, ModuleKernel kernel, DiagnosticSink sink) {
        this.object = object;
        this.kernel = kernel;
        this.sink = sink;
    }

    void addTo(ObjectEditor editor) {
        collect();
        addAddresses(editor, tracing);
        if (either("RETHUNK")) {
            addDistances(editor, ".return_sites", returns);
        }
        if (either("RETPOLINE")) {
            addDistances(editor, ".retpoline_sites", indirect);
        }
        if (either("CALL_DEPTH_TRACKING")) {
            addDistances(editor, ".call_sites", calls);
        }
        if (kernel.isEnabled("CONFIG_HAVE_STATIC_CALL_INLINE")) {
            addStaticCalls(editor);
        }
    }

    /** Renamed to {@code CONFIG_MITIGATION_...} in 6.9. */
    private boolean either(String name) {
        return kernel.isEnabled("CONFIG_MITIGATION_" + name) || kernel.isEnabled("CONFIG_" + name);
    }

    private void collect() {
        for (int i = 0; i < object.sections().size(); i++) {
            Section section = object.sections().get(i);
            if (section.has(Section.EXECINSTR) && !section.name().equals(REPLACEMENTS)) {
                int index = i;
                section.relocations().forEach(relocation -> collect(index, section, relocation));
            }
        }
    }

    private void collect(int index, Section section, Relocation relocation) {
        boolean relative = relocation.type() == X86Modules.R_PLT32 || relocation.type() == X86Modules.R_PC32;
        if (!relative || relocation.symbol() < 0) {
            return;
        }
        String target = object.symbols().get(relocation.symbol()).name();
        long at = relocation.offset();
        int opcode = at < 1 ? 0 : section.contents().u8(at - 1);
        boolean conditional = at >= 2 && (opcode & 0xf0) == 0x80 && section.contents().u8(at - 2) == TWO_BYTE;
        boolean branch = opcode == CALL || opcode == JUMP || conditional;
        long start = conditional ? at - 2 : at - 1;
        Site site = new Site(index, start, opcode != CALL, target);
        if (target.equals("__fentry__")) {
            expect(opcode == CALL, tracing, site, section);
        } else if (target.equals("__x86_return_thunk")) {
            expect(opcode == JUMP, returns, site, section);
        } else if (target.startsWith(INDIRECT)) {
            expect(branch, indirect, prefixed(site, section), section);
        } else if (target.startsWith(TRAMPOLINE) && branch) {
            statics.add(site);
        } else if (opcode == CALL) {
            calls.add(site);
        }
    }

    private static Site prefixed(Site site, Section section) {
        boolean may = PREFIXED.contains(site.target.substring(INDIRECT.length()));
        boolean has = may && site.offset > 0 && section.contents().u8(site.offset - 1) == CS_PREFIX;
        return has ? new Site(site.section, site.offset - 1, site.jump, site.target) : site;
    }

    private void expect(boolean asExpected, List<Site> sites, Site site, Section section) {
        if (asExpected) {
            sites.add(site);
        } else {
            sink.report(
                    Diagnostic.error(
                                    "LB8030",
                                    section.name() + "+" + site.offset + " uses '" + site.target
                                            + "' with an instruction that the kernel cannot patch")
                            .withHelp("the cause is inline assembly in the module, or a fault of code generation"));
        }
    }

    private void addAddresses(ObjectEditor editor, List<Site> sites) {
        List<Relocation> relocations = new ArrayList<>();
        for (Site site : sites) {
            relocations.add(
                    new Relocation(8L * relocations.size(), X86Modules.R_64, editor.sectionSymbol(site.section), site.offset));
        }
        add(editor, "__mcount_loc", Section.ALLOC, 8, relocations.size() * 8, relocations);
    }

    private void addDistances(ObjectEditor editor, String name, List<Site> sites) {
        List<Relocation> relocations = new ArrayList<>();
        for (Site site : sites) {
            relocations.add(
                    new Relocation(4L * relocations.size(), X86Modules.R_PC32, editor.sectionSymbol(site.section), site.offset));
        }
        add(editor, name, Section.ALLOC, 4, relocations.size() * 4, relocations);
    }

    private void addStaticCalls(ObjectEditor editor) {
        List<Relocation> relocations = new ArrayList<>();
        for (Site site : statics) {
            long at = 4L * relocations.size();
            relocations.add(new Relocation(at, X86Modules.R_PC32, editor.sectionSymbol(site.section), site.offset));
            relocations.add(new Relocation(at + 4, X86Modules.R_PC32, editor.global(key(site)), site.jump ? TAIL : 0));
        }
        add(editor, ".static_call_sites", Section.ALLOC | Section.WRITE, 4, relocations.size() * 4, relocations);
    }

    /**
     * Who may call but not change a static call does not see its key; the trampoline then stands for
     * it, and {@code static_call_add_module} looks the key up.
     */
    private String key(Site site) {
        String key = KEY + site.target.substring(TRAMPOLINE.length());
        boolean own = object.symbols().stream().anyMatch(s -> s.name().equals(key) && s.isInSection() && s.binding() != Symbol.LOCAL);
        return own || kernel.symbol(key).isPresent() ? key : site.target;
    }

    private static void add(ObjectEditor editor, String name, long flags, long alignment, int size, List<Relocation> relocations) {
        if (size > 0) {
            editor.add(new Section(name, Section.PROGBITS, flags, alignment, Bytes.zeros(size), relocations));
        }
    }
}
