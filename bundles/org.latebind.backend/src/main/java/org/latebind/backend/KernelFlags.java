package org.latebind.backend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.LanguageSettings.GccVersion;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.WarningFlags;

/**
 * A kernel's compiler flags on their way to settings. What means the same on every architecture is
 * read here; an architecture reads the rest with {@link #isOn}, {@link #value} and their like, and
 * collects attributes, module flags and features here.
 *
 * <pre>
 * -std=gnu11 -fno-strict-overflow               language()
 * -fstack-protector-strong                      stackProtector()         attribute sspstrong
 * -fpatchable-function-entry=4,2                patchableEntry()         attributes of LLVM's numbers
 * -O2 -fno-PIE -fno-jump-tables                 codeInGeneral(), passes()
 * </pre>
 *
 * <p>Attributes and flags are those that clang emits for its flags of the same meaning. A flag that
 * changes code and that nobody read is refused by {@link #settings}: the module would differ from its
 * kernel in a way that nobody would see.
 *
 * <p>For one thread and one kernel.
 */
public final class KernelFlags {
    /**
     * Flags that change neither what code means nor what the kernel expects of it: as they are given, or with
     * {@code =} at the end for any value.
     */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "-nostdinc", "-pipe", "-g", "-gdwarf-4", "-gdwarf-5", "-gz=", "-gsplit-dwarf", "-gno-as-locview-support",
            "-gno-variable-location-views", "-fno-var-tracking", "-fvar-tracking-assignments",
            "-fno-var-tracking-assignments", "-femit-struct-debug-baseonly",
            // We have no type-based alias analysis at all.
            "-fno-strict-aliasing",
            // Alignment inside functions.
            "-falign-jumps=", "-falign-loops=",
            // LLVM never invents stores.
            "-fno-allow-store-data-races", "--param=allow-store-data-races=0",
            // gcc's tastes in optimization and in what to print.
            "-fconserve-stack", "-fno-stack-check", "-fno-stack-clash-protection", "-fdiagnostics-show-context=",
            "-fdiagnostics-show-inlining-chain", "-fno-ipa-cp-clone", "-fno-ipa-sra", "-fno-ipa-ra",
            "-fno-tree-loop-distribute-patterns", "-fno-tree-loop-im", "-fno-reorder-blocks", "-fno-partial-inlining",
            "-fno-inline-functions-called-once", "-fmerge-constants", "-fno-merge-constants", "-fmerge-all-constants",
            "-fno-merge-all-constants", "-fkeep-inline-functions",
            // Paths in debug information; __FILE__ is the front end's.
            "-fmacro-prefix-map=", "-ffile-prefix-map=", "-fdebug-prefix-map=",
            // The front end keeps to the last member; nothing warns or is instrumented.
            "-fstrict-flex-arrays=",
            // Padding: zeroed where autos are.
            "-fzero-init-padding-bits=",
            // What the undefined-behavior checks do that are left out: see sanitizers().
            "-fno-sanitize-recover=", "-fsanitize-undefined-trap-on-error", "-fsanitize-trap=",
            // What the assembler takes; ours takes all that LLVM knows.
            "-Wa,-march=", "-Wa,-misa-spec=", "-Wa,-mno-relax", "-Wa,-mrelax-relocations=no");

    /**
     * Checks for undefined behavior: a module without them does what the kernel's own code does where
     * nothing is wrong. They report or trap, and change no layout and no contract with the kernel.
     */
    private static final Set<String> REPORTING = Set.of(
            "alignment", "array-bounds", "bool", "bounds", "bounds-strict", "enum", "integer-divide-by-zero",
            "local-bounds", "null", "object-size", "shift", "shift-base", "shift-exponent", "signed-integer-overflow",
            "unreachable", "unsigned-integer-overflow", "vla-bound");

    /** gcc's plugin that zeroes what {@code -ftrivial-auto-var-init=zero} zeroes, and less. */
    private static final String STRUCTLEAK = "structleak_plugin.so";

    private final KernelBuild kernel;
    private final GccFlags flags;
    private final List<FunctionAttribute> attributes = new ArrayList<>();
    private final List<ModuleFlag> moduleFlags = new ArrayList<>();
    private final List<String> features = new ArrayList<>();
    private boolean takesPositionIndependence;

    public KernelFlags(KernelBuild kernel) {
        this.kernel = kernel;
        flags = new GccFlags(kernel.compilerFlags());
    }

    /** {@link GccFlags#isOn}. */
    public boolean isOn(String name, boolean otherwise) {
        return flags.isOn(name, otherwise);
    }

    /** {@link GccFlags#has}. */
    public boolean has(String flag) {
        return flags.has(flag);
    }

    /** {@link GccFlags#value}. */
    public Optional<String> value(String name) {
        return flags.value(name);
    }

    /** The number behind {@code name=}, if it is given. */
    public Optional<Integer> number(String name) {
        return flags.value(name).map(text -> number(name, text));
    }

    /** Refuses every value but one of {@code name=}, which is what a kernel without the flag has. */
    public void only(String name, String value) {
        flags.value(name).filter(given -> !given.equals(value)).ifPresent(given -> {
            throw refused(name + "=" + given);
        });
    }

    /** Adds an attribute to every function definition. */
    public void attribute(String text) {
        attribute(text, Trait.NONE);
    }

    /** Adds an attribute to the definitions that do not have the trait. */
    public void attribute(String text, Trait unless) {
        attributes.add(new FunctionAttribute(text, unless));
    }

    public void moduleFlag(ModuleFlag flag) {
        moduleFlags.add(flag);
    }

    /** Adds features of LLVM's, each with {@code +} or {@code -}. */
    public void features(Collection<String> more) {
        features.addAll(more);
    }

    /**
     * The side of the language.
     *
     * @param charIsSigned what {@code char} is where no flag says it
     */
    public LanguageSettings language(boolean charIsSigned) {
        var dialect = dialect();
        return new LanguageSettings(
                dialect,
                compiler(),
                !flags.has("-funsigned-char") && flags.isOn("-fsigned-char", charIsSigned),
                flags.isOn("-fshort-wchar", false),
                flags.isOn("-fms-extensions", false),
                flags.isOn("-ffreestanding", false) || !flags.isOn("-fhosted", true),
                flags.isOn("-fgnu89-inline", !dialect.isC99OrLater()),
                true,
                flags.has("-Os"),
                flags.isOn("-fwrapv", false) || !flags.isOn("-fstrict-overflow", true),
                !flags.isOn("-fdelete-null-pointer-checks", true),
                zeroedAutos(),
                flags.isOn("-fcommon", false),
                WarningFlags.of(kernel.compilerFlags()));
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
                    .withHelp("headers are read as gcc reads them, which holds only for kernels that gcc compiled"));
        }
        int version = kernel.config("GCC_VERSION").filter(v -> v.matches("\\d{5,6}")).map(Integer::parseInt)
                .orElseThrow(() -> DiagnosticException.badInput(Diagnostic.error("LB5021",
                        "the configuration of kernel " + kernel.release() + " does not contain the compiler's version")));
        return new GccVersion(version / 10000, version / 100 % 100, version % 100);
    }

    private boolean zeroedAutos() {
        if (plugins().contains(STRUCTLEAK)) {
            for (var how : List.of("-verbose", "-byref", "-byref-all")) {
                flags.has("-fplugin-arg-structleak_plugin" + how);
            }
            return true;
        }
        var init = flags.value("-ftrivial-auto-var-init").orElse("uninitialized");
        return switch (init) {
            case "zero" -> true;
            case "uninitialized" -> false;
            default -> throw refused("-ftrivial-auto-var-init=" + init);
        };
    }

    /** File names of gcc's plugins. One that changes code in a way that we do not is refused. */
    private List<String> plugins() {
        var names = flags.value("-fplugin").stream()
                .flatMap(paths -> Stream.of(paths.split(",")))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
        names.stream().filter(name -> !name.equals(STRUCTLEAK)).findFirst().ifPresent(name -> {
            throw refused("-fplugin=" + name);
        });
        return names;
    }

    /**
     * What code of every kernel is like: it never unwinds, may read address 0, has no more library
     * functions than the kernel.
     */
    public void codeInGeneral(LanguageSettings language) {
        attribute("nounwind");
        if (language.nullPointerIsValid()) {
            attribute("null_pointer_is_valid");
        }
        if (!flags.isOn("-fjump-tables", true)) {
            attribute("\"no-jump-tables\"=\"true\"");
        }
        for (var name : List.of("bcmp", "memrchr", "stpcpy", "stpncpy", "wcslen")) {
            flags.isOn("-fbuiltin-" + name, true);
            attribute("\"no-builtin-" + name + "\"");
        }
        moduleFlag(ModuleFlag.number(1, "wchar_size", language.shortWchar() ? 2 : 4));
    }

    /**
     * Refuses a kernel whose code is instrumented in a way that it relies on: its functions take a call only
     * from code that says who calls, or it keeps account of each access to memory. Checks that only report
     * are left out.
     */
    public void sanitizers() {
        flags.value("-fsanitize").stream().flatMap(kinds -> Stream.of(kinds.split(","))).forEach(kind -> {
            if (!REPORTING.contains(kind)) {
                throw refused("-fsanitize=" + kind);
            }
        });
        for (var option : List.of("CFI", "CFI_CLANG", "SHADOW_CALL_STACK")) {
            if (kernel.isSet(option)) {
                throw refused("CONFIG_" + option + "=y");
            }
        }
    }

    /** Room for patching around a function's entry. */
    public void patchableEntry() {
        flags.value("-fpatchable-function-entry").ifPresent(text -> {
            var numbers = text.split(",", -1);
            int all = number("-fpatchable-function-entry", numbers[0]);
            int before = numbers.length > 1 ? number("-fpatchable-function-entry", numbers[1]) : 0;
            // gcc counts all nops and those before the label; LLVM those behind and those before.
            attribute("\"patchable-function-entry\"=\"" + (all - before) + "\"", Trait.OWN_PATCHABLE_ENTRY);
            attribute("\"patchable-function-prefix\"=\"" + before + "\"", Trait.OWN_PATCHABLE_ENTRY);
        });
    }

    /** Which functions are guarded. */
    public void stackProtector() {
        boolean strong = flags.isOn("-fstack-protector-strong", false);
        boolean plain = flags.isOn("-fstack-protector", false);
        if (flags.has("-fstack-protector-all")) {
            throw refused("-fstack-protector-all");
        }
        if (strong || plain) {
            attribute(strong ? "sspstrong" : "ssp", Trait.NO_STACK_PROTECTOR);
            attribute("\"stack-protector-buffer-size\"=\"8\"", Trait.NO_STACK_PROTECTOR);
        }
    }

    /**
     * Where the guard's value is, from {@code -mstack-protector-guard} and its like.
     *
     * @param supported the one kind of guard that the architecture has
     */
    public void stackGuard(String supported) {
        var kind = flags.value("-mstack-protector-guard").orElse(supported);
        if (!kind.equals(supported)) {
            throw refused("-mstack-protector-guard=" + kind);
        }
        flags.value("-mstack-protector-guard-reg")
                .ifPresent(register -> moduleFlag(ModuleFlag.string(1, "stack-protector-guard-reg", register)));
        flags.value("-mstack-protector-guard-symbol")
                .ifPresent(symbol -> moduleFlag(ModuleFlag.string(1, "stack-protector-guard-symbol", symbol)));
        number("-mstack-protector-guard-offset")
                .ifPresent(offset -> moduleFlag(ModuleFlag.number(1, "stack-protector-guard-offset", offset)));
    }

    /**
     * Where the guard's value is, for a kernel that keeps one in each task: its Makefile puts the offset
     * together while it builds, from a header that it generates.
     */
    public void stackGuardOfTask(String kind, String register) {
        if (!kernel.isSet("STACKPROTECTOR_PER_TASK")) {
            stackGuard("global");
            return;
        }
        for (var flag : List.of("", "-reg", "-offset")) {
            flags.value("-mstack-protector-guard" + flag);
        }
        moduleFlag(ModuleFlag.string(1, "stack-protector-guard", kind));
        moduleFlag(ModuleFlag.string(1, "stack-protector-guard-reg", register));
        moduleFlag(ModuleFlag.number(1, "stack-protector-guard-offset", guardOffset()));
    }

    private int guardOffset() {
        var file = "include/generated/asm-offsets.h";
        var line = Pattern.compile("(?m)^#define\\s+TSK_STACK_CANARY\\s+(\\d{1,9})\\b");
        return kernel.file(file)
                .map(line::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElseThrow(() -> DiagnosticException.badInput(Diagnostic.error("LB5023",
                                "kernel " + kernel.release() + " has a stack guard in each task, and '" + file
                                        + "' does not tell where")
                        .withHelp("the header package is incomplete; fetch it again")));
    }

    /** Unwind tables, of either kind. */
    public void unwindTables() {
        boolean asynchronous = flags.isOn("-fasynchronous-unwind-tables", false);
        boolean synchronous = flags.isOn("-funwind-tables", false);
        if (asynchronous || synchronous) {
            attribute("uwtable");
            moduleFlag(ModuleFlag.number(7, "uwtable", 2));
        }
    }

    /** {@code -fno-optimize-sibling-calls}. */
    public void siblingCalls() {
        if (!flags.isOn("-foptimize-sibling-calls", true)) {
            attribute("\"disable-tail-calls\"=\"true\"");
        }
    }

    /** {@code -fzero-call-used-regs}. */
    public void zeroedRegisters() {
        flags.value("-fzero-call-used-regs").ifPresent(text -> attribute("\"zero-call-used-regs\"=\"" + text + "\""));
    }

    /**
     * Frame pointers.
     *
     * @param kept whether the architecture keeps them where no flag says it
     * @param which LLVM's word for the functions that have one: {@code all}, {@code non-leaf}
     */
    public void framePointers(boolean kept, String which) {
        if (!flags.isOn("-fomit-frame-pointer", !kept)) {
            attribute("\"frame-pointer\"=\"" + which + "\"");
            moduleFlag(ModuleFlag.number(7, "frame-pointer", which.equals("all") ? 2 : 1));
        }
    }

    /** Takes {@code -fPIC}: for an architecture whose module loader makes the tables that such code goes through. */
    public void takePositionIndependence() {
        takesPositionIndependence = true;
    }

    /** {@code -fPIC} and its like: refused where the module loader does not take what they make. */
    private RelocationModel relocationModel() {
        boolean independent = false;
        for (var pic : List.of("-fPIE", "-fpie", "-fPIC", "-fpic")) {
            boolean on = flags.isOn(pic, false);
            if (on && !takesPositionIndependence) {
                throw refused(pic);
            }
            independent |= on;
        }
        if (independent) {
            moduleFlag(ModuleFlag.number(8, "PIC Level", 2));
        }
        return independent ? RelocationModel.PIC : RelocationModel.STATIC;
    }

    /** Bytes that every function is aligned to, 0 for the architecture's own. */
    public int functionAlignment() {
        int alignment = 0;
        for (var flag : List.of("-fmin-function-alignment", "-falign-functions")) {
            alignment = Math.max(alignment, number(flag).orElse(0));
        }
        return alignment;
    }

    private String passes() {
        if (flags.has("-O3")) {
            return "default<O3>";
        }
        boolean o2 = flags.has("-O2");
        return flags.has("-Os") && !o2 ? "default<Os>" : "default<O2>";
    }

    /**
     * The settings, when all flags that matter have been read.
     *
     * @param tune the processor to schedule for
     * @param withoutEffect flags of this architecture that change neither what code means nor what the
     *     kernel expects of it: as they are given, or with {@code =} at the end for any value
     * @throws DiagnosticException when a flag was not read and is not known to be without effect
     */
    public TargetSettings settings(
            ArchNames names,
            LanguageSettings language,
            CodeModel codeModel,
            String cpu,
            String tune,
            Set<String> withoutEffect) {
        features.sort(Comparator.naturalOrder());
        attribute("\"target-cpu\"=\"" + cpu + "\"", Trait.OWN_FEATURES);
        attribute("\"tune-cpu\"=\"" + tune + "\"", Trait.OWN_FEATURES);
        attribute("\"target-features\"=\"" + String.join(",", features) + "\"", Trait.OWN_FEATURES);
        var relocationModel = relocationModel();
        var codegen = new CodegenSettings(
                names.arch(),
                names.llvmTriple(),
                names.dataLayout(),
                cpu,
                features,
                relocationModel,
                codeModel,
                functionAlignment(),
                passes(),
                attributes,
                moduleFlags,
                Map.of(CodegenSettings.KERNEL, kernel.release()));
        refuseUnread(withoutEffect);
        return new TargetSettings(language, codegen);
    }

    private void refuseUnread(Set<String> withoutEffect) {
        for (var flag : flags.unread()) {
            if (!isNotAboutCode(flag) && !isIn(WITHOUT_EFFECT, flag) && !isIn(withoutEffect, flag)) {
                throw refused(flag);
            }
        }
    }

    private static boolean isIn(Set<String> known, String flag) {
        return known.contains(flag) || known.contains(flag.substring(0, flag.indexOf('=') + 1));
    }

    /** Warnings, and where the assembler looks for what it includes. */
    private static boolean isNotAboutCode(String flag) {
        return flag.startsWith("-Wa,-I") || flag.startsWith("-W") && !flag.matches("-W[alp],.*");
    }

    private static int number(String flag, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refused(flag + "=" + text);
        }
    }

    /** The refusal of a kernel for one of its flags. */
    public static DiagnosticException refused(String flag) {
        return DiagnosticException.refused(Diagnostic.error("LB5022",
                        "this kernel's modules are compiled with '" + flag + "', which is not supported")
                .withHelp("this kernel cannot be a target; please report its configuration"));
    }
}
