package org.latebind.codegen.x86_64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.LanguageSettings.GccVersion;
import org.latebind.target.api.TargetSettings;

/**
 * From the flags that a kernel's Makefiles give gcc to settings for LLVM.
 *
 * <pre>
 * -mno-sse -mno-80387                   features -sse, -x87
 * -mindirect-branch=thunk-extern        features +retpoline-..., flag indirect_branch_cs_prefix
 * -mfunction-return=thunk-extern        attribute fn_ret_thunk_extern
 * -fpatchable-function-entry=16,16      attribute "patchable-function-prefix"="16"
 * -pg -mfentry                          attribute "fentry-call"="true"
 * -mpreferred-stack-boundary=3          flag override-stack-alignment 8
 * </pre>
 *
 * <p>Attributes and flags are those that clang emits for its flags of the same meaning. A flag that
 * changes code and is not understood is refused: the module would differ from its kernel in a way that
 * nobody would see.
 */
final class KernelSettings {
    /** Flags that change neither what code means nor what the kernel expects of it. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "-nostdinc",
            "-m64",
            // We have no type-based alias analysis at all.
            "-fstrict-aliasing",
            // Alignment inside functions.
            "-falign-jumps", "-falign-loops",
            // Follow from -mno-80387 and -mno-sse.
            "-mfp-ret-in-387", "-m3dnow", "-mavx", "-msse2", "-msse3", "-mssse3", "-msse4", "-msse4.1", "-msse4.2",
            "-msse4a", "-mavx2", "-mavx512f",
            // LLVM's backend uses the register for retpolines anyway.
            "-mindirect-branch-register",
            // We always emit unwind tables, to make ORC of them.
            "-fasynchronous-unwind-tables",
            // LLVM never invents stores.
            "-fallow-store-data-races", "--param",
            // gcc's tastes in optimisation and in what to print.
            "-fconserve-stack", "-fstack-check", "-fstack-clash-protection", "-fdiagnostics-show-context",
            "-fdiagnostics-show-inlining-chain", "-fno-var-tracking-assignments", "-fvar-tracking-assignments",
            "-fipa-cp-clone", "-fipa-sra", "-ftree-loop-distribute-patterns", "-fmacro-prefix-map", "-ffile-prefix-map",
            "-fdebug-prefix-map", "-finline-functions-called-once", "-fipa-ra", "-fplugin", "-femit-struct-debug-baseonly",
            // objtool finds the calls of __fentry__; so does packaging.
            "-mrecord-mcount",
            // The front end keeps to the last member; nothing warns or is instrumented.
            "-fstrict-flex-arrays",
            // Padding: zeroed where autos are.
            "-fzero-init-padding-bits",
            // The sanitizers report and never change a layout.
            "-fsanitize-recover", "-fsanitize-undefined-trap-on-error",
            // Debug information.
            "-g", "-gdwarf-4", "-gdwarf-5", "-gz", "-gsplit-dwarf", "-gno-as-locview-support", "-gno-variable-location-views",
            "-pipe", "-Wa,-mx86-used-note", "-fmerge-constants", "-fmerge-all-constants", "-fkeep-inline-functions");

    private static final Set<String> CPUS = Set.of(
            "x86-64", "x86-64-v2", "x86-64-v3", "k8", "nocona", "core2", "atom", "generic", "skylake", "znver1",
            "znver2", "znver3", "znver4");

    /** Sanitizers that both sides of a call have to have. */
    private static final Pattern CHECKED_CALLS = Pattern.compile("\\b(kcfi|cfi|shadow-call-stack|safe-stack|function)\\b");

    private final KernelBuild kernel;
    private final Flags flags;
    private final List<FunctionAttribute> attributes = new ArrayList<>();
    private final List<ModuleFlag> moduleFlags = new ArrayList<>();
    private final List<String> features = new ArrayList<>();

    private KernelSettings(KernelBuild kernel) {
        this.kernel = kernel;
        flags = new Flags(kernel.compilerFlags());
    }

    static TargetSettings of(KernelBuild kernel) {
        var settings = new KernelSettings(kernel);
        var language = settings.language();
        var codegen = settings.codegen(language);
        settings.refuseUnread();
        return new TargetSettings(language, codegen);
    }

    private LanguageSettings language() {
        var dialect = dialect();
        boolean optimizeForSize = flags.has("-Os");
        return new LanguageSettings(
                dialect,
                compiler(),
                !flags.has("-funsigned-char") && flags.isOn("-fsigned-char", true),
                flags.isOn("-fshort-wchar", false),
                flags.isOn("-fms-extensions", false),
                flags.isOn("-ffreestanding", false) || !flags.isOn("-fhosted", true),
                flags.isOn("-fgnu89-inline", !dialect.isC99OrLater()),
                true,
                optimizeForSize,
                flags.isOn("-fwrapv", false) || !flags.isOn("-fstrict-overflow", true),
                !flags.isOn("-fdelete-null-pointer-checks", true),
                zeroedAutos(),
                flags.isOn("-fcommon", false));
    }

    private Dialect dialect() {
        var standard = flags.value("-std").orElse("gnu17");
        for (var dialect : Dialect.values()) {
            if (dialect.option().equals(standard)) {
                return dialect;
            }
        }
        throw refused("-std=" + standard);
    }

    private GccVersion compiler() {
        if (!kernel.isSet("CC_IS_GCC")) {
            throw DiagnosticException.refused(Diagnostic.error("LB5020",
                            "kernel " + kernel.release() + " was not compiled by gcc")
                    .withHelp("headers are read as gcc reads them, which only holds for kernels that gcc compiled"));
        }
        int version = kernel.config("GCC_VERSION").filter(v -> v.matches("\\d{5,6}")).map(Integer::parseInt)
                .orElseThrow(() -> DiagnosticException.badInput(Diagnostic.error("LB5021",
                        "the configuration of kernel " + kernel.release() + " does not tell the compiler's version")));
        return new GccVersion(version / 10000, version / 100 % 100, version % 100);
    }

    private boolean zeroedAutos() {
        var init = flags.value("-ftrivial-auto-var-init").orElse("uninitialized");
        return switch (init) {
            case "zero" -> true;
            case "uninitialized" -> false;
            default -> throw refused("-ftrivial-auto-var-init=" + init);
        };
    }

    private CodegenSettings codegen(LanguageSettings language) {
        registers();
        speculation();
        tracingAndPadding();
        stackProtection();
        unwinding();
        attribute(flags.isOn("-mred-zone", true) ? Optional.empty() : Optional.of("noredzone"));
        attribute(Optional.of("nounwind"));
        attribute(language.nullPointerIsValid() ? Optional.of("null_pointer_is_valid") : Optional.empty());
        attribute(flags.isOn("-fjump-tables", true) ? Optional.empty() : Optional.of("\"no-jump-tables\"=\"true\""));
        absentFunctions();
        if (language.shortWchar()) {
            moduleFlags.add(ModuleFlag.number(1, "wchar_size", 2));
        } else {
            moduleFlags.add(ModuleFlag.number(1, "wchar_size", 4));
        }
        var codeModel = codeModel();
        var cpu = cpu("-march", "x86-64");
        attributes.add(new FunctionAttribute("\"target-cpu\"=\"" + cpu + "\"", Trait.OWN_FEATURES));
        attributes.add(new FunctionAttribute("\"tune-cpu\"=\"" + cpu("-mtune", "generic") + "\"", Trait.OWN_FEATURES));
        features.sort(Comparator.naturalOrder());
        attributes.add(new FunctionAttribute("\"target-features\"=\"" + String.join(",", features) + "\"", Trait.OWN_FEATURES));
        return new CodegenSettings(
                X86.ARCH,
                X86.NAMES.llvmTriple(),
                X86.NAMES.dataLayout(),
                cpu,
                features,
                relocationModel(),
                codeModel,
                functionAlignment(),
                passes(),
                attributes,
                moduleFlags,
                Map.of("kernel", kernel.release()));
    }

    private String passes() {
        if (flags.has("-O3")) {
            return "default<O3>";
        }
        boolean o2 = flags.has("-O2");
        return flags.has("-Os") && !o2 ? "default<Os>" : "default<O2>";
    }

    private RelocationModel relocationModel() {
        for (var pic : List.of("-fPIE", "-fpie", "-fPIC", "-fpic")) {
            if (flags.isOn(pic, false)) {
                throw refused(pic);
            }
        }
        return RelocationModel.STATIC;
    }

    private CodeModel codeModel() {
        var model = flags.value("-mcmodel").orElse("small");
        if (!model.equals("kernel")) {
            throw refused("-mcmodel=" + model);
        }
        moduleFlags.add(ModuleFlag.number(1, "Code Model", 2));
        return CodeModel.KERNEL;
    }

    private String cpu(String flag, String otherwise) {
        var cpu = flags.value(flag).orElse(otherwise);
        if (!CPUS.contains(cpu)) {
            throw refused(flag + "=" + cpu);
        }
        return cpu;
    }

    private int functionAlignment() {
        int alignment = 0;
        for (var flag : List.of("-fmin-function-alignment", "-falign-functions")) {
            alignment = Math.max(alignment, flags.value(flag).map(text -> number(flag, text)).orElse(0));
        }
        return alignment;
    }

    private void registers() {
        if (!flags.isOn("-msse", true)) {
            features.add("-sse");
        }
        if (!flags.isOn("-mmmx", true)) {
            features.add("-mmx");
        }
        if (!flags.isOn("-m80387", true) || !flags.isOn("-mhard-float", true)) {
            features.add("-x87");
        }
        flags.value("-mpreferred-stack-boundary").ifPresent(text -> moduleFlags.add(ModuleFlag.number(
                1, "override-stack-alignment", 1 << number("-mpreferred-stack-boundary", text))));
        if (flags.has("-mskip-rax-setup")) {
            moduleFlags.add(ModuleFlag.number(4, "SkipRaxSetup", 1));
        }
    }

    private void speculation() {
        flags.value("-mindirect-branch").ifPresent(kind -> {
            if (!kind.equals("thunk-extern")) {
                throw refused("-mindirect-branch=" + kind);
            }
            features.addAll(List.of(
                    "+retpoline-external-thunk", "+retpoline-indirect-branches", "+retpoline-indirect-calls"));
        });
        if (flags.has("-mindirect-branch-cs-prefix")) {
            moduleFlags.add(ModuleFlag.number(4, "indirect_branch_cs_prefix", 1));
        }
        flags.value("-mfunction-return").ifPresent(kind -> {
            if (!kind.equals("thunk-extern")) {
                throw refused("-mfunction-return=" + kind);
            }
            attribute(Optional.of("fn_ret_thunk_extern"));
            moduleFlags.add(ModuleFlag.number(4, "function_return_thunk_extern", 1));
        });
        flags.value("-mharden-sls").ifPresent(kind -> {
            switch (kind) {
                case "all" -> features.addAll(List.of("+harden-sls-ijmp", "+harden-sls-ret"));
                case "return" -> features.add("+harden-sls-ret");
                case "indirect-jmp" -> features.add("+harden-sls-ijmp");
                case "none" -> {}
                default -> throw refused("-mharden-sls=" + kind);
            }
        });
        flags.value("-fsanitize").filter(kinds -> CHECKED_CALLS.matcher(kinds).find()).ifPresent(kinds -> {
            throw refused("-fsanitize=" + kinds);
        });
        for (var option : List.of("CFI", "CFI_CLANG", "SHADOW_CALL_STACK")) {
            if (kernel.isSet(option)) {
                throw refused("CONFIG_" + option + "=y");
            }
        }
        var protection = flags.value("-fcf-protection").orElse("none");
        switch (protection) {
            case "none" -> {}
            case "branch" -> moduleFlags.add(ModuleFlag.number(8, "cf-protection-branch", 1));
            default -> throw refused("-fcf-protection=" + protection);
        }
    }

    private void tracingAndPadding() {
        if (flags.has("-pg")) {
            if (!flags.isOn("-mfentry", false)) {
                throw refused("-pg without -mfentry");
            }
            attributes.add(new FunctionAttribute("\"fentry-call\"=\"true\"", Trait.NOT_INSTRUMENTED));
        } else {
            flags.isOn("-mfentry", false);
        }
        flags.value("-fpatchable-function-entry").ifPresent(text -> {
            var numbers = text.split(",");
            int all = number("-fpatchable-function-entry", numbers[0]);
            int before = numbers.length > 1 ? number("-fpatchable-function-entry", numbers[1]) : 0;
            // gcc counts all nops and those before the label; LLVM those behind and those before.
            attributes.add(new FunctionAttribute(
                    "\"patchable-function-entry\"=\"" + (all - before) + "\"", Trait.OWN_PATCHABLE_ENTRY));
            attributes.add(new FunctionAttribute(
                    "\"patchable-function-prefix\"=\"" + before + "\"", Trait.OWN_PATCHABLE_ENTRY));
        });
    }

    private void stackProtection() {
        boolean strong = flags.isOn("-fstack-protector-strong", false);
        boolean plain = flags.isOn("-fstack-protector", false);
        if (flags.has("-fstack-protector-all")) {
            throw refused("-fstack-protector-all");
        }
        if (strong || plain) {
            attributes.add(new FunctionAttribute(strong ? "sspstrong" : "ssp", Trait.NO_STACK_PROTECTOR));
            attributes.add(new FunctionAttribute(
                    "\"stack-protector-buffer-size\"=\"8\"", Trait.NO_STACK_PROTECTOR));
        }
        var kind = flags.value("-mstack-protector-guard").orElse("tls");
        if (!kind.equals("tls")) {
            throw refused("-mstack-protector-guard=" + kind);
        }
        flags.value("-mstack-protector-guard-reg")
                .ifPresent(register -> moduleFlags.add(ModuleFlag.string(1, "stack-protector-guard-reg", register)));
        flags.value("-mstack-protector-guard-symbol")
                .ifPresent(symbol -> moduleFlags.add(ModuleFlag.string(1, "stack-protector-guard-symbol", symbol)));
        flags.value("-mstack-protector-guard-offset").ifPresent(text -> moduleFlags.add(ModuleFlag.number(
                1, "stack-protector-guard-offset", number("-mstack-protector-guard-offset", text))));
        flags.value("-fzero-call-used-regs")
                .ifPresent(text -> attribute(Optional.of("\"zero-call-used-regs\"=\"" + text + "\"")));
    }

    /** ORC is made from the tables that the unwinder's attribute asks for. */
    private void unwinding() {
        attribute(Optional.of("uwtable"));
        moduleFlags.add(ModuleFlag.number(7, "uwtable", 2));
        if (!flags.isOn("-fomit-frame-pointer", true)) {
            attribute(Optional.of("\"frame-pointer\"=\"all\""));
            moduleFlags.add(ModuleFlag.number(7, "frame-pointer", 2));
        }
        if (!flags.isOn("-foptimize-sibling-calls", true)) {
            attribute(Optional.of("\"disable-tail-calls\"=\"true\""));
        }
    }

    /** Library functions that LLVM makes of others, and that kernels do not have. */
    private void absentFunctions() {
        for (var name : List.of("bcmp", "memrchr", "stpcpy", "stpncpy", "wcslen")) {
            flags.isOn("-fbuiltin-" + name, true);
            attribute(Optional.of("\"no-builtin-" + name + "\""));
        }
    }

    private void attribute(Optional<String> text) {
        text.ifPresent(present -> attributes.add(FunctionAttribute.always(present)));
    }

    private static int number(String flag, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refused(flag + "=" + text);
        }
    }

    private void refuseUnread() {
        for (var flag : flags.unread()) {
            boolean aboutCode = flag.startsWith("-f") || flag.startsWith("-m") || flag.startsWith("-O");
            if (aboutCode && !WITHOUT_EFFECT.contains(flag)) {
                throw refused(flag);
            }
        }
    }

    private static DiagnosticException refused(String flag) {
        return DiagnosticException.refused(Diagnostic.error("LB5022",
                        "this kernel's modules are compiled with '" + flag + "', which we cannot honour")
                .withHelp("the kernel cannot be a target; report its configuration"));
    }
}
