package org.latebind.bind;

import java.util.Optional;
import org.latebind.bind.unit.ErrorCount;
import org.latebind.bind.unit.IncludeSearch;
import org.latebind.bind.unit.ReachedFiles;
import org.latebind.bind.unit.ScopeFeed;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.bind.unit.UnitScope;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.kmod.api.ObjectName;
import org.latebind.kmod.api.ObjectSources;
import org.latebind.pass.api.RunContext;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.PermissiveError;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.target.api.BoundTarget;
import org.latebind.typed.api.TypedUnit;

/**
 * Binds one translation unit and analyses what is reached.
 *
 * <p>The option {@code form=tokens} binds everything from tokens: the oracle of the structured form,
 * with which it must agree to the byte.
 */
final class UnitBinding {
    private final UnitPreprocessing preprocessing;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final BoundTarget target;

    UnitBinding(UnitPreprocessing preprocessing, CParser parser, SemanticAnalysis analysis, BoundTarget target) {
        this.preprocessing = preprocessing;
        this.parser = parser;
        this.analysis = analysis;
        this.target = target;
    }

    /** The typed unit, or empty where errors were reported. */
    Optional<TypedUnit> bind(
            DeferredModule deferred, ModulePlan module, UnitPlan unit, HeaderData headers, RunContext context) {
        var errors = new ErrorCount(context.diagnostics());
        var main = deferred.file(unit.source()).orElseThrow(() -> DiagnosticException.badInput(
                Diagnostic.error("LB1101", "the deferred module does not hold its own file '" + unit.source() + "'")));
        var includes = new ReachedFiles(deferred, new IncludeSearch(deferred, unit, headers));
        var scope = new UnitScope(parser, target.description().addressSpaces().keySet(), errors);
        boolean tokensOnly = context.option("form").filter("tokens"::equals).isPresent()
                || StructuredUnit.dependsOnItsFrame(deferred);
        try (var timing = context.time("bind items")) {
            var feed = new ScopeFeed(scope, preprocessing.fragments());
            var preprocessor = preprocessing.open(module, unit, includes, feed, errors);
            if (tokensOnly) {
                preprocessor.process(main.tokens(), feed);
                feed.flush();
            } else {
                var structured = new StructuredUnit(deferred, includes, preprocessor, feed, parser, scope, errors);
                count(structured.bind(main), context);
            }
            scope.addMacros(preprocessor::macros);
        }
        context.put(ObjectSources.class, name(module, unit), includes.sources(unit));
        if (errors.any()) {
            // What types say of text that a wrong condition chose would be nonsense.
            return Optional.empty();
        }
        TypedUnit typed;
        try (var timing = context.time("analyze")) {
            typed = analysis.analyze(scope, options(module, unit), errors);
        }
        context.count("declarations parsed", scope.parsedCount());
        return errors.any() ? Optional.empty() : Optional.of(typed);
    }

    private static void count(BindingShares shares, RunContext context) {
        context.count("items: directives", shares.directives);
        context.count("items: bound from structure", shares.structured);
        context.count("items: parsed again", shares.parsedAgain);
        context.count("items: tokens only", shares.tokensOnly);
        context.count("macro uses spliced", shares.splices);
    }

    /** What the unit's artifacts are called. */
    static String name(ModulePlan module, UnitPlan unit) {
        return new ObjectName(module.name(), unit.object()).toString();
    }

    private AnalysisOptions options(ModulePlan module, UnitPlan unit) {
        var language = target.settings().language();
        return AnalysisOptions.of(name(module, unit), target.description().dataModel(), language)
                .withErrors(PermissiveError.errorsInKernel(language))
                .withAddressSpaces(target.description().addressSpaces());
    }
}
