package org.latebind.kmod;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.latebind.kmod.api.ModuleKernel;

/**
 * The kernel's {@code struct module}, as far as a module's own instance needs it.
 *
 * @param nameAt where the module's name stands; the others likewise
 * @param exitAt present where modules can be unloaded
 */
record ModuleRecord(int size, long alignment, int nameAt, long initAt, OptionalLong exitAt) {
    private static final String HEADER = "linux/module.h";
    private static final int LARGEST = 1 << 20;

    /** @throws org.latebind.diagnostics.api.DiagnosticException where it is not known, or too small for the name */
    static ModuleRecord of(ModuleKernel kernel, String modname) {
        List<OptionalLong> facts = kernel.constants(HEADER, List.of(
                "sizeof(struct module)",
                "__alignof__(struct module)",
                "__builtin_offsetof(struct module, name)",
                "sizeof(((struct module *)0)->name)",
                "__builtin_offsetof(struct module, init)",
                "__builtin_offsetof(struct module, exit)"));
        boolean unload = kernel.isEnabled("CONFIG_MODULE_UNLOAD");
        if (facts.subList(0, 5).contains(OptionalLong.empty()) || (unload && facts.get(5).isEmpty())) {
            throw Refusal.of(
                    "LB8007",
                    "the layout of 'struct module' of kernel " + kernel.release() + " cannot be determined",
                    "ingest the kernel's headers again; <linux/module.h> must be among them");
        }
        int size = size(facts.get(0).getAsLong());
        if (modname.getBytes(StandardCharsets.ISO_8859_1).length >= facts.get(3).getAsLong()) {
            throw Refusal.of("LB8008", "the module name '" + modname + "' is too long for the kernel", "shorten it");
        }
        return new ModuleRecord(
                size, facts.get(1).getAsLong(), size(facts.get(2).getAsLong()), facts.get(4).getAsLong(),
                unload ? facts.get(5) : OptionalLong.empty());
    }

    private static int size(long bytes) {
        if (bytes < 0 || bytes > LARGEST) {
            throw Refusal.of("LB8007", "'struct module' cannot be " + bytes + " bytes large", "ingest the kernel's headers again");
        }
        return (int) bytes;
    }
}
