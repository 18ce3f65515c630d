package org.latebind.cc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.target.api.UserSpaceOptions.Optimization;

/**
 * gcc's flags: what they ask of language and code. A flag that changes what a program does and that is
 * not known here is refused; of contrary flags the last one counts.
 */
final class CommandFlags {
    private static final Map<String, Dialect> DIALECTS = Map.ofEntries(
            Map.entry("c90", Dialect.C89), Map.entry("iso9899:1990", Dialect.C89), Map.entry("gnu90", Dialect.GNU89),
            Map.entry("c9x", Dialect.C99), Map.entry("iso9899:1999", Dialect.C99), Map.entry("gnu9x", Dialect.GNU99),
            Map.entry("c1x", Dialect.C11), Map.entry("iso9899:2011", Dialect.C11), Map.entry("gnu1x", Dialect.GNU11),
            Map.entry("c18", Dialect.C17), Map.entry("iso9899:2017", Dialect.C17), Map.entry("iso9899:2018", Dialect.C17),
            Map.entry("gnu18", Dialect.GNU17), Map.entry("c2x", Dialect.C23), Map.entry("gnu2x", Dialect.GNU23));

    /** Flags that choose how code is made, or what is warned about; what it does stays as it is. */
    private static final Pattern WITHOUT_EFFECT = Pattern.compile("-(W(?!p,|l,|a,).*|pedantic.*|g.*|pipe|v|ansi"
            + "|f(no-)?(strict-aliasing|strict-overflow|wrapv|wrapv-pointer|omit-frame-pointer|defer-pop|gcse.*|inline.*"
            + "|early-inlining|tree-.*|ipa-.*|unroll-.*|peel-.*|split-.*|sched-.*|schedule-.*|reorder-.*|rerun-.*"
            + "|expensive-optimizations|optimize-.*|thread-jumps|crossjumping|caller-saves|cse-.*|code-hoisting"
            + "|forward-propagate|if-conversion.*|ivopts|loop-.*|move-loop-.*|modulo-sched.*|prefetch-loop-arrays"
            + "|predictive-commoning|section-anchors|store-merging|toplevel-reorder|version-loops-for-strides|vpt|web"
            + "|vect-cost-model.*|align-.*|branch-count-reg|guess-branch-probability|function-cse|keep-inline-functions"
            + "|keep-static-consts|merge-constants|merge-all-constants|partial-inlining|permissive|diagnostics.*"
            + "|max-errors.*|message-length.*|dump-.*|verbose-asm|var-tracking.*|ssa-.*|tracer|delete-null-pointer-checks"
            + "|delete-dead-exceptions|isolate-erroneous-paths.*|aggressive-loop-optimizations|hoist-adjacent-loads"
            + "|lifetime-dse.*|allow-store-data-races|dce|dse|combine-stack-adjustments|compare-elim|cprop-registers"
            + "|live-range-shrinkage|ira-.*|lra-.*|shrink-wrap.*|stdarg-opt|bit-tests|jump-tables|rename-registers"
            + "|selective-scheduling.*|sel-sched-.*|harden-.*|profile-.*|asynchronous-unwind-tables|unwind-tables"
            + "|exceptions|plt|ident|zero-initialized-in-bss|data-sections|function-sections|stack-check.*|common"
            + "|math-errno|trapping-math|signaling-nans|rounding-math|extended-identifiers|dollars-in-identifiers"
            + "|lto.*|use-linker-plugin|checking.*|compare-debug.*|sanitize-.*|reg-struct-return|float-store"
            + "|excess-precision.*|trivial-auto-var-init=zero|fp-contract.*|ffp-int-builtin-inexact|printf-return-value|gnu89-inline|builtin.*"
            + "|freestanding|hosted|pic|PIC|pie|PIE|signed-char|unsigned-char|short-wchar|ms-extensions|toplevel-asm)"
            + "|f(input|exec)-charset=(utf|UTF)-8|-param=.*|mtune=.*|m64|mno-.*vx.*|mlarge|no-pie)");

    private static final Set<String> LEVELS = Set.of("-O", "-O0", "-O1", "-Og");

    private final Set<String> on = new HashSet<>();
    private final List<String> withoutBuiltins = new ArrayList<>();
    private Dialect dialect = Dialect.GNU17;
    private Optimization optimization = Optimization.O2;
    private boolean optimizing = true;
    private boolean pic = true;
    private boolean silent;

    CommandFlags(List<String> flags) {
        flags.forEach(this::read);
    }

    private void read(String flag) {
        if (flag.startsWith("-std=")) {
            dialect = dialect(flag.substring("-std=".length()));
        } else if (flag.equals("-ansi")) {
            dialect = Dialect.C89;
        } else if (flag.equals("-w")) {
            silent = true;
        } else if (flag.matches("-O[0-3sg]?|-Ofast")) {
            level(flag);
        } else if (flag.matches("-fno-builtin-\\w+")) {
            withoutBuiltins.add(flag.substring("-fno-builtin-".length()));
        } else if (WITHOUT_EFFECT.matcher(flag).matches()) {
            set(flag);
        } else {
            throw DiagnosticException.refused(Diagnostic.error(
                            "LB9030", "flag '" + flag + "' is not supported")
                    .withHelp("leave it out if it does not change what the program does"));
        }
    }

    private static Dialect dialect(String name) {
        for (var known : Dialect.values()) {
            if (known.option().equals(name)) {
                return known;
            }
        }
        return Optional.ofNullable(DIALECTS.get(name)).orElseThrow(() -> DiagnosticException.badInput(
                Diagnostic.error("LB9031", "there is no C standard '" + name + "'")
                        .withHelp("gnu89, gnu99, gnu11, gnu17 and gnu23 are known, and the same with c for gnu")));
    }

    private void level(String flag) {
        optimization = LEVELS.contains(flag)
                ? Optimization.O1
                : flag.equals("-Os") ? Optimization.OS : flag.equals("-O2") ? Optimization.O2 : Optimization.O3;
        optimizing = !flag.equals("-O0");
    }

    private void set(String flag) {
        boolean not = flag.startsWith("-fno-");
        var name = not ? flag.substring("-fno-".length()) : flag.startsWith("-f") ? flag.substring(2) : flag;
        if (name.matches("(?i)pic|pie|-no-pie")) {
            pic = !not && !name.equals("-no-pie");
        } else if (not) {
            on.remove(name);
            on.add("no-" + name);
        } else {
            on.remove("no-" + name);
            on.add(name);
        }
    }

    private boolean is(String name, boolean otherwise) {
        return on.contains(name) || otherwise && !on.contains("no-" + name);
    }

    boolean silent() {
        return silent;
    }

    UserSpaceOptions userSpace() {
        return new UserSpaceOptions(dialect, optimization, pic);
    }

    /** The target's settings with what the flags change. */
    TargetSettings apply(TargetSettings settings) {
        var usual = settings.language();
        boolean freestanding = is("freestanding", !is("hosted", true));
        boolean signed = is("signed-char", usual.charIsSigned()) && !on.contains("unsigned-char");
        var language = new LanguageSettings(
                usual.dialect(), usual.gcc(), signed, is("short-wchar", false), is("ms-extensions", false), freestanding,
                is("gnu89-inline", usual.gnu89Inline()), optimizing, usual.optimizingForSize(),
                usual.wrappingArithmetic(), usual.nullPointerIsValid(), usual.zeroInitializedAutos(),
                is("common", false));
        return new TargetSettings(language, codegen(settings.codegen(), freestanding || on.contains("no-builtin")));
    }

    private CodegenSettings codegen(CodegenSettings usual, boolean noBuiltins) {
        var attributes = new ArrayList<>(usual.functionAttributes());
        if (noBuiltins) {
            attributes.add(FunctionAttribute.always("\"no-builtins\""));
        }
        if (on.contains("no-delete-null-pointer-checks")) {
            attributes.add(FunctionAttribute.always("null_pointer_is_valid"));
        }
        withoutBuiltins.forEach(name -> attributes.add(FunctionAttribute.always("\"no-builtin-" + name + "\"")));
        return new CodegenSettings(
                usual.arch(), usual.triple(), usual.dataLayout(), usual.cpu(), usual.features(),
                usual.relocationModel(), usual.codeModel(), usual.functionAlignment(), usual.passes(), attributes,
                usual.moduleFlags(), usual.options());
    }
}
