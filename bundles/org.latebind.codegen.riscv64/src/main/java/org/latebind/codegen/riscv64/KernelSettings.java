package org.latebind.codegen.riscv64;

import java.util.ArrayList;
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
 * -march=rv64imac_zicsr_zifencei        features +64bit, +i, +m, +a, +c, +zicsr, +zifencei
 * -mabi=lp64                            flag target-abi lp64
 * -mcmodel=medany                       code model medium
 * CONFIG_STACKPROTECTOR_PER_TASK        flags stack-protector-guard tls, -reg tp, -offset
 * </pre>
 */
final class KernelSettings {
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            // LLVM does so unless told otherwise.
            "-mstrict-align",
            // Packaging drops the section with the attributes.
            "-mno-riscv-attribute",
            // Code without relocations for relaxation is right for a linker that relaxes and one that does not.
            "-mrelax", "-mno-relax",
            // Read when the guard's place is in a task, where the configuration tells.
            "-mstack-protector-guard=");

    /** Extensions without floating-point or vector registers, which the kernel keeps for user space. */
    private static final Set<String> EXTENSIONS = Set.of(
            "i", "m", "a", "c", "zicsr", "zifencei", "zba", "zbb", "zbs", "zacas", "zabha", "zawrs", "zihintpause");

    private final KernelBuild kernel;
    private final KernelFlags flags;

    private KernelSettings(KernelBuild kernel) {
        this.kernel = kernel;
        flags = new KernelFlags(kernel);
    }

    static TargetSettings of(KernelBuild kernel) {
        return new KernelSettings(kernel).settings();
    }

    private TargetSettings settings() {
        var language = flags.language(false);
        instructionSet();
        flags.sanitizers();
        flags.patchableEntry();
        flags.stackProtector();
        flags.stackGuardOfTask("tls", "tp");
        flags.zeroedRegisters();
        flags.unwindTables();
        flags.framePointers(false, "all");
        flags.siblingCalls();
        flags.codeInGeneral(language);
        return flags.settings(RiscV.NAMES, language, codeModel(), "generic-rv64", "generic-rv64", WITHOUT_EFFECT);
    }

    private void instructionSet() {
        var abi = flags.value("-mabi").orElse("lp64d");
        if (!abi.equals("lp64")) {
            throw KernelFlags.refused("-mabi=" + abi);
        }
        flags.moduleFlag(ModuleFlag.string(1, "target-abi", abi));
        flags.features(List.of("+64bit", "-relax"));
        var march = flags.value("-march").filter(given -> !given.isEmpty());
        flags.features(features(march.orElseGet(this::instructionSetOfConfiguration)));
        if (flags.isOn("-msave-restore", false)) {
            flags.features(List.of("+save-restore"));
        }
    }

    /** As arch/riscv/Makefile puts it together, in newer kernels with a shell's help. */
    private String instructionSetOfConfiguration() {
        return "rv64ima"
                + (kernel.isSet("RISCV_ISA_C") ? "c" : "")
                + (kernel.isSet("TOOLCHAIN_NEEDS_EXPLICIT_ZICSR_ZIFENCEI") ? "_zicsr_zifencei" : "");
    }

    /** {@code rv64imac_zicsr}: letters, then words with a line before each. */
    private static List<String> features(String march) {
        if (!march.startsWith("rv64")) {
            throw KernelFlags.refused("-march=" + march);
        }
        var words = march.substring(4).split("_");
        var extensions = new ArrayList<String>();
        words[0].chars().forEach(letter -> extensions.add(Character.toString(letter)));
        extensions.addAll(List.of(words).subList(1, words.length));
        var features = new ArrayList<String>();
        for (var extension : extensions) {
            if (!EXTENSIONS.contains(extension)) {
                throw KernelFlags.refused("-march=" + march);
            }
            features.add("+" + extension);
        }
        return features;
    }

    private CodeModel codeModel() {
        var model = flags.value("-mcmodel").orElse("medlow");
        if (!model.equals("medany")) {
            throw KernelFlags.refused("-mcmodel=" + model);
        }
        flags.moduleFlag(ModuleFlag.number(1, "Code Model", 3));
        return CodeModel.MEDIUM;
    }
}
