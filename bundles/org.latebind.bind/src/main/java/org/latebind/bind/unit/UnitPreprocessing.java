package org.latebind.bind.unit;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.FragmentCache;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.token.api.PreprocessorListener;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.PreprocessorOptions.Limits;
import org.latebind.token.api.TokenSink;

/**
 * Sets a preprocessor up as kbuild sets the compiler up for one unit (scripts/Makefile.lib: c_flags,
 * modname_flags, basename_flags), and runs it.
 */
public final class UnitPreprocessing {
    private final PreprocessorFactory factory;
    private final HeaderData headers;
    private final BoundTarget target;
    private final KernelFragments fragments;
    private final Optional<FragmentCache> cache;
    private final PreprocessorListener listener;
    /** Names of macros defined as 1 on top of kbuild's. */
    private final List<String> defined;

    private UnitPreprocessing(
            PreprocessorFactory factory, HeaderData headers, BoundTarget target, KernelFragments fragments,
            Optional<FragmentCache> cache, PreprocessorListener listener, List<String> defined) {
        this.factory = factory;
        this.headers = headers;
        this.target = target;
        this.fragments = fragments;
        this.cache = cache;
        this.listener = listener;
        this.defined = List.copyOf(defined);
    }

    /** The same, and a listener is told what goes on. */
    public UnitPreprocessing toldTo(PreprocessorListener told) {
        return new UnitPreprocessing(factory, headers, target, fragments, cache, told, defined);
    }

    /** The same, and these macros are defined as 1. */
    public UnitPreprocessing defining(List<String> names) {
        return new UnitPreprocessing(factory, headers, target, fragments, cache, listener, names);
    }

    /** As the pass has it by its option {@code fragments}: with event logs, or without. */
    public static UnitPreprocessing of(
            RunContext context, PreprocessorFactory factory, HeaderData headers, BoundTarget target) {
        if (context.option("fragments").filter("off"::equals).isPresent()) {
            return plain(factory, headers, target);
        }
        var preprocessing = withFragments(factory, headers, target);
        if (!preprocessing.fragments.isUsable()) {
            context.diagnostics().report(Diagnostic.warning("LB5055", Position.NONE, "the event logs of "
                    + headers.identity().release() + "'s headers are another version's: headers are read in full, which takes longer")
                    .withHelp("make the header data again with 'latebind ingest'"));
        }
        return preprocessing;
    }

    /** Takes what it can from the event logs of the kernel's headers. */
    public static UnitPreprocessing withFragments(PreprocessorFactory factory, HeaderData headers, BoundTarget target) {
        var fragments = new KernelFragments(headers, target);
        return new UnitPreprocessing(factory, headers, target, fragments, Optional.of(factory.newCache(fragments)),
                PreprocessorListener.NONE, List.of());
    }

    /** Processes all headers from their tokens: the oracle of {@link #withFragments}. */
    public static UnitPreprocessing plain(PreprocessorFactory factory, HeaderData headers, BoundTarget target) {
        return new UnitPreprocessing(factory, headers, target, new KernelFragments(headers, target), Optional.empty(),
                PreprocessorListener.NONE, List.of());
    }

    /** Processes all headers from their tokens, and records it. */
    public static UnitPreprocessing recording(
            PreprocessorFactory factory, HeaderData headers, BoundTarget target, FragmentCache cache) {
        return new UnitPreprocessing(factory, headers, target, new KernelFragments(headers, target), Optional.of(cache),
                PreprocessorListener.NONE, List.of());
    }

    public KernelFragments fragments() {
        return fragments;
    }

    /** What was taken from the event logs so far. */
    public FragmentCache.Statistics statistics() {
        return cache.map(FragmentCache::statistics).orElse(new FragmentCache.Statistics(0, 0, 0, 0));
    }

    /** Tells it. */
    public void count(RunContext context) {
        var taken = statistics();
        context.count("header fragments: reused", taken.reusedFragments());
        context.count("header fragments: processed", taken.processedFragments());
        context.count("header tokens: in reused fragments", taken.reusedTokens());
        context.count("header tokens: in processed ones", taken.processedTokens());
    }

    /** A preprocessor with the unit's predefined macros and the kernel's forced headers behind it. */
    public Preprocessor open(
            ModulePlan module, UnitPlan unit, IncludeResolver includes, TokenSink out, DiagnosticSink sink) {
        return open(module, unit, Limits.DEFAULT, includes, out, sink);
    }

    /** The same within other bounds. */
    public Preprocessor open(ModulePlan module, UnitPlan unit, Limits limits, IncludeResolver includes, TokenSink out,
            DiagnosticSink sink) {
        var personality = target.description().personality(target.settings());
        var options = PreprocessorOptions.of(predefined(module, unit), new PersonalityAnswers(personality))
                .withCharUnsigned(!target.settings().language().charIsSigned())
                .withStrictIso(!target.settings().language().dialect().isGnu())
                .withLimits(limits);
        var preprocessor = cache
                .map(known -> factory.open(options, includes, known, listener, sink))
                .orElseGet(() -> factory.open(options, includes, listener, sink));
        for (var forced : headers.includePath().forcedHeaders()) {
            preprocessor.preInclude(ForcedHeaders.kernels(forced), out);
        }
        for (var forced : unit.forcedHeaders()) {
            preprocessor.preInclude(ForcedHeaders.request(forced), out);
        }
        return preprocessor;
    }

    private String predefined(ModulePlan module, UnitPlan unit) {
        var lines = new StringBuilder(target.description().predefinedMacros(target.settings()));
        defined.forEach(name -> define(lines, name, "1"));
        for (var definition : headers.includePath().definitions()) {
            define(lines, definition.name(), definition.value());
        }
        for (var macro : unit.macros()) {
            macro.value().ifPresentOrElse(
                    value -> define(lines, macro.name(), value),
                    () -> lines.append("#undef ").append(macro.name()).append('\n'));
        }
        define(lines, "KBUILD_BASENAME", quoted(unit.baseName()));
        define(lines, "KBUILD_MODNAME", quoted(module.modname()));
        define(lines, "__KBUILD_MODNAME", "kmod_" + module.modname());
        define(lines, "KBUILD_MODFILE", quoted(module.name()));
        return lines.toString();
    }

    private static void define(StringBuilder lines, String name, String value) {
        lines.append("#define ").append(name).append(' ').append(value).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
