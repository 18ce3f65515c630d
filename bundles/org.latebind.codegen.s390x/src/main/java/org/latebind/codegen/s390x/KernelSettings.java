package org.latebind.codegen.s390x;

import java.util.List;
import java.util.Set;
import org.latebind.backend.KernelFlags;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetSettings;

/**
 * From the flags that a kernel's Makefiles give gcc to settings for LLVM: this architecture's part.
 *
 * <pre>
 * -march=z10                            target-cpu z10
 * -msoft-float                          feature +soft-float, attribute use-soft-float
 * -mpacked-stack -mbackchain            attributes packed-stack, backchain
 * -pg -mfentry                          attribute "fentry-call"="true"
 * -mrecord-mcount -mnop-mcount          attributes of these names
 * -fPIC                                 the module loader makes the tables
 * </pre>
 *
 * <p>Refused: {@code -mindirect-branch} and {@code -mfunction-return} (LLVM has no expolines, and a
 * module with bare branches would load and open the hole that they close), and stack guards, which LLVM
 * reads from where user space has them.
 */
final class KernelSettings {
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "-m64",
            "-mzarch",
            // Symbols at odd addresses are another module's, and reached through a table of addresses.
            "-munaligned-symbols", "-mno-unaligned-symbols");

    private final KernelFlags flags;

    private KernelSettings(KernelBuild kernel) {
        flags = new KernelFlags(kernel);
    }

    static TargetSettings of(KernelBuild kernel) {
        return new KernelSettings(kernel).settings();
    }

    private TargetSettings settings() {
        var language = flags.language(false);
        floatingPoint();
        flags.sanitizers();
        tracing();
        flags.patchableEntry();
        refuseStackGuards();
        flags.zeroedRegisters();
        stack();
        flags.codeInGeneral(language);
        flags.takePositionIndependence();
        var cpu = cpu("-march", "z196");
        return flags.settings(S390.NAMES, language, CodeModel.SMALL, cpu, cpu("-mtune", cpu), WITHOUT_EFFECT);
    }

    private String cpu(String flag, String otherwise) {
        var name = flags.value(flag).orElse(otherwise);
        return S390.cpu(name).orElseThrow(() -> KernelFlags.refused(flag + "=" + name));
    }

    /** The kernel keeps floating and vector registers for user space. */
    private void floatingPoint() {
        if (!flags.isOn("-msoft-float", false)) {
            throw KernelFlags.refused("-mhard-float");
        }
        flags.attribute("\"use-soft-float\"=\"true\"");
        flags.features(List.of("+soft-float"));
    }

    private void tracing() {
        boolean traced = flags.has("-pg");
        boolean called = flags.isOn("-mfentry", false);
        boolean recorded = flags.isOn("-mrecord-mcount", false);
        boolean nops = flags.isOn("-mnop-mcount", false);
        if (!traced) {
            return;
        }
        if (!called) {
            throw KernelFlags.refused("-pg without -mfentry");
        }
        flags.attribute("\"fentry-call\"=\"true\"", Trait.NOT_INSTRUMENTED);
        if (recorded) {
            flags.attribute("\"mrecord-mcount\"", Trait.NOT_INSTRUMENTED);
        }
        if (nops) {
            flags.attribute("\"mnop-mcount\"", Trait.NOT_INSTRUMENTED);
        }
    }

    private void refuseStackGuards() {
        for (var flag : List.of("-fstack-protector", "-fstack-protector-strong", "-fstack-protector-all")) {
            if (flags.isOn(flag, false)) {
                throw KernelFlags.refused(flag);
            }
        }
    }

    private void stack() {
        if (flags.isOn("-mpacked-stack", false)) {
            flags.attribute("\"packed-stack\"");
        }
        if (flags.isOn("-mbackchain", false)) {
            flags.attribute("\"backchain\"");
        }
        flags.unwindTables();
        flags.framePointers(false, "all");
        flags.siblingCalls();
    }
}
