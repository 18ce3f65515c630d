package org.latebind.kmod;

import java.util.Set;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;
import org.latebind.kmod.api.ModuleKernel;

/**
 * What packaging refuses whatever code generation has made of a module. A check asks the same rules of typed units that
 * packaging asks of objects, so that both say the same.
 */
final class PackagingRules {
    /** Sections that tools fill after the compiler, and nothing here does. */
    private static final Set<String> FILLED_BY_TOOLS = Set.of(".BTF_ids");

    private PackagingRules() {}

    static Diagnostic noLicense(String modname) {
        return Diagnostic.error("LB8013", "module '" + modname + "' has no MODULE_LICENSE")
                .withHelp("add one; the kernel does not load a module without it");
    }

    static Diagnostic definedTwice(String symbol, String object) {
        return Diagnostic.error("LB8003", "'" + symbol + "' is defined twice, the second time in " + object)
                .withHelp("make one of the definitions static");
    }

    static Set<String> filledByTools() {
        return FILLED_BY_TOOLS;
    }

    static Diagnostic filledByTools(String section) {
        return Diagnostic.error("LB8006",
                        "the module has a section '" + section + "' that kbuild fills after compiling, and Latebind does not")
                .withHelp("omit what creates it (BPF kernel functions, for example)");
    }

    /** @throws org.latebind.diagnostics.api.DiagnosticException where it has other characters than C's names */
    static void checkName(String modname) {
        if (!modname.matches("[A-Za-z0-9_]+")) {
            throw Refusal.of("LB8008", "'" + modname + "' cannot be a module's name", "use letters, digits and underscores");
        }
    }

    /** @throws org.latebind.diagnostics.api.DiagnosticException where versions of own exports are computed in another way */
    static void checkExportVersions(ModuleKernel kernel) {
        if (kernel.isEnabled("CONFIG_MODVERSIONS") && kernel.isEnabled("CONFIG_GENDWARFKSYMS")) {
            throw Refusal.of(
                    "LB8015",
                    "the module exports symbols, and kernel " + kernel.release()
                            + " computes symbol versions from debug information (CONFIG_GENDWARFKSYMS)",
                    "this is not supported; do not export symbols for this kernel");
        }
    }

    static Diagnostic noVersion(String symbol, String object) {
        return Diagnostic.warning("LB8016", Position.NONE, object + ": the export '" + symbol
                        + "' has no version, because genksyms cannot parse its declaration or finds none before the export")
                .withHelp("declare it in a header; kbuild has no version for it either, and the kernel does not check who uses it");
    }

    /** @throws org.latebind.diagnostics.api.DiagnosticException where the kernel wants a table that is not made here */
    static void checkVersions(ModuleKernel kernel) {
        boolean basic = kernel.isEnabled("CONFIG_BASIC_MODVERSIONS") || !kernel.isEnabled("CONFIG_EXTENDED_MODVERSIONS");
        if (kernel.isEnabled("CONFIG_MODVERSIONS") && !basic) {
            throw Refusal.of(
                    "LB8014", "kernel " + kernel.release() + " reads extended symbol versions only", "this is not supported yet");
        }
    }
}
