package org.latebind.codegen.x86_64;

import java.util.List;
import java.util.Set;
import org.latebind.backend.KernelFlags;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetSettings;

/**
 * From the flags that a kernel's Makefiles give gcc to settings for LLVM: this architecture's part.
 *
 * <pre>
 * -mno-sse -mno-80387                   features -sse, -x87
 * -mindirect-branch=thunk-extern        features +retpoline-..., flag indirect_branch_cs_prefix
 * -mfunction-return=thunk-extern        attribute fn_ret_thunk_extern
 * -pg -mfentry                          attribute "fentry-call"="true"
 * -mpreferred-stack-boundary=3          flag override-stack-alignment 8
 * </pre>
 */
final class KernelSettings {
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "-m64",
            // Follow from -mno-80387 and -mno-sse.
            "-mno-fp-ret-in-387", "-mno-3dnow", "-mno-avx", "-mno-sse2", "-mno-sse3", "-mno-ssse3", "-mno-sse4",
            "-mno-sse4.1", "-mno-sse4.2", "-mno-sse4a", "-mno-avx2", "-mno-avx512f",
            // LLVM's backend uses the register for retpolines anyway.
            "-mindirect-branch-register",
            // We always emit unwind tables, to make ORC of them.
            "-fasynchronous-unwind-tables", "-fno-asynchronous-unwind-tables",
            // objtool finds the calls of __fentry__; so does packaging.
            "-mrecord-mcount");

    private static final Set<String> CPUS = Set.of(
            "x86-64", "x86-64-v2", "x86-64-v3", "k8", "nocona", "core2", "atom", "generic", "skylake", "znver1",
            "znver2", "znver3", "znver4");

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
        var language = flags.language(true);
        registers();
        speculation();
        flags.sanitizers();
        tracing();
        flags.patchableEntry();
        flags.stackProtector();
        flags.stackGuard("tls");
        flags.zeroedRegisters();
        unwinding();
        if (!flags.isOn("-mred-zone", true)) {
            flags.attribute("noredzone");
        }
        flags.codeInGeneral(language);
        return flags.settings(
                X86.NAMES, language, codeModel(), cpu("-march", "x86-64"), cpu("-mtune", "generic"), WITHOUT_EFFECT);
    }

    private CodeModel codeModel() {
        var model = flags.value("-mcmodel").orElse("small");
        if (!model.equals("kernel")) {
            throw KernelFlags.refused("-mcmodel=" + model);
        }
        flags.moduleFlag(ModuleFlag.number(1, "Code Model", 2));
        return CodeModel.KERNEL;
    }

    private String cpu(String flag, String otherwise) {
        var cpu = flags.value(flag).orElse(otherwise);
        if (!CPUS.contains(cpu)) {
            throw KernelFlags.refused(flag + "=" + cpu);
        }
        return cpu;
    }

    private void registers() {
        if (!flags.isOn("-msse", true)) {
            flags.features(List.of("-sse"));
        }
        if (!flags.isOn("-mmmx", true)) {
            flags.features(List.of("-mmx"));
        }
        if (!flags.isOn("-m80387", true) || !flags.isOn("-mhard-float", true)) {
            flags.features(List.of("-x87"));
        }
        flags.number("-mpreferred-stack-boundary")
                .ifPresent(log -> flags.moduleFlag(ModuleFlag.number(1, "override-stack-alignment", 1 << log)));
        if (flags.has("-mskip-rax-setup")) {
            flags.moduleFlag(ModuleFlag.number(4, "SkipRaxSetup", 1));
        }
    }

    private void speculation() {
        flags.value("-mindirect-branch").ifPresent(kind -> {
            if (!kind.equals("thunk-extern")) {
                throw KernelFlags.refused("-mindirect-branch=" + kind);
            }
            flags.features(List.of(
                    "+retpoline-external-thunk", "+retpoline-indirect-branches", "+retpoline-indirect-calls"));
        });
        if (flags.has("-mindirect-branch-cs-prefix")) {
            flags.moduleFlag(ModuleFlag.number(4, "indirect_branch_cs_prefix", 1));
        }
        flags.value("-mfunction-return").ifPresent(kind -> {
            if (!kind.equals("thunk-extern")) {
                throw KernelFlags.refused("-mfunction-return=" + kind);
            }
            flags.attribute("fn_ret_thunk_extern");
            flags.moduleFlag(ModuleFlag.number(4, "function_return_thunk_extern", 1));
        });
        flags.value("-mharden-sls").ifPresent(kind -> {
            switch (kind) {
                case "all" -> flags.features(List.of("+harden-sls-ijmp", "+harden-sls-ret"));
                case "return" -> flags.features(List.of("+harden-sls-ret"));
                case "indirect-jmp" -> flags.features(List.of("+harden-sls-ijmp"));
                case "none" -> {}
                default -> throw KernelFlags.refused("-mharden-sls=" + kind);
            }
        });
        var protection = flags.value("-fcf-protection").orElse("none");
        switch (protection) {
            case "none" -> {}
            case "branch" -> flags.moduleFlag(ModuleFlag.number(8, "cf-protection-branch", 1));
            default -> throw KernelFlags.refused("-fcf-protection=" + protection);
        }
    }

    private void tracing() {
        if (flags.has("-pg")) {
            if (!flags.isOn("-mfentry", false)) {
                throw KernelFlags.refused("-pg without -mfentry");
            }
            if (kernel.isSet("FTRACE_MCOUNT_USE_OBJTOOL") && kernel.isSet("HAVE_OBJTOOL_NOP_MCOUNT")) {
                // ftrace would find calls where it relies on objtool to have put nops (CC_USING_NOP_MCOUNT).
                throw KernelFlags.refused("CONFIG_FTRACE_MCOUNT_USE_OBJTOOL=y");
            }
            flags.attribute("\"fentry-call\"=\"true\"", Trait.NOT_INSTRUMENTED);
        } else {
            flags.isOn("-mfentry", false);
        }
    }

    /** ORC is made from the tables that the unwinder's attribute asks for. */
    private void unwinding() {
        flags.attribute("uwtable");
        flags.moduleFlag(ModuleFlag.number(7, "uwtable", 2));
        flags.framePointers(false, "all");
        flags.siblingCalls();
    }
}
