package org.latebind.codegen.aarch64;

import java.util.List;
import java.util.Set;
import org.latebind.backend.KernelFlags;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetSettings;

/**
 * From the flags that a kernel's Makefiles give gcc to settings for LLVM: this architecture's part.
 *
 * <pre>
 * -mgeneral-regs-only                   features -fp-armv8, -neon
 * -mbranch-protection=pac-ret+leaf      attribute "sign-return-address"="all"
 * CONFIG_STACKPROTECTOR_PER_TASK        flags stack-protector-guard sysreg, -reg sp_el0, -offset
 * </pre>
 */
final class KernelSettings {
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "-mlittle-endian",
            // LLVM calls no such helpers unless asked to.
            "-mno-outline-atomics",
            // Work around errata of processors at link time; no linker comes after us.
            "-mno-fix-cortex-a53-835769", "-mno-fix-cortex-a53-843419", "-mfix-cortex-a53-843419",
            // Read when the guard's place is in a task, where the configuration tells.
            "-mstack-protector-guard=");

    private final KernelFlags flags;

    private KernelSettings(KernelBuild kernel) {
        flags = new KernelFlags(kernel);
    }

    static TargetSettings of(KernelBuild kernel) {
        return new KernelSettings(kernel).settings();
    }

    private TargetSettings settings() {
        var language = flags.language(false);
        registers();
        flags.sanitizers();
        returnAddresses();
        flags.patchableEntry();
        flags.stackProtector();
        flags.stackGuardOfTask("sysreg", "sp_el0");
        flags.zeroedRegisters();
        unwinding();
        flags.codeInGeneral(language);
        flags.only("-mabi", "lp64");
        flags.only("-march", "armv8-a");
        flags.only("-mcmodel", "small");
        return flags.settings(AArch64.NAMES, language, CodeModel.SMALL, "generic", "generic", WITHOUT_EFFECT);
    }

    private void registers() {
        flags.features(List.of("+v8a"));
        if (flags.has("-mgeneral-regs-only")) {
            flags.features(List.of("-fp-armv8", "-neon"));
        }
        if (flags.has("-ffixed-x18")) {
            flags.features(List.of("+reserve-x18"));
        }
    }

    /** {@code -mbranch-protection}, or the older {@code -msign-return-address}; gcc's manual, "AArch64 Options". */
    private void returnAddresses() {
        var signed = flags.value("-msign-return-address").orElse("none");
        boolean targets = false;
        var protection = flags.value("-mbranch-protection").orElse("");
        if (!protection.isEmpty()) {
            signed = "none";
            for (var word : protection.split("\\+")) {
                switch (word) {
                    case "none" -> {}
                    case "pac-ret" -> signed = "non-leaf";
                    case "leaf" -> signed = "all";
                    case "bti" -> targets = true;
                    case "standard" -> {
                        signed = "non-leaf";
                        targets = true;
                    }
                    default -> throw KernelFlags.refused("-mbranch-protection=" + protection);
                }
            }
        }
        if (!Set.of("none", "non-leaf", "all").contains(signed)) {
            throw KernelFlags.refused("-msign-return-address=" + signed);
        }
        if (!signed.equals("none")) {
            flags.attribute("\"sign-return-address\"=\"" + signed + "\"");
            flags.attribute("\"sign-return-address-key\"=\"a_key\"");
            flags.moduleFlag(ModuleFlag.number(8, "sign-return-address", 1));
            flags.moduleFlag(ModuleFlag.number(8, "sign-return-address-all", signed.equals("all") ? 1 : 0));
        }
        if (targets) {
            flags.attribute("\"branch-target-enforcement\"");
            flags.moduleFlag(ModuleFlag.number(8, "branch-target-enforcement", 1));
        }
    }

    private void unwinding() {
        flags.unwindTables();
        flags.framePointers(false, flags.isOn("-momit-leaf-frame-pointer", true) ? "non-leaf" : "all");
        flags.siblingCalls();
    }
}
