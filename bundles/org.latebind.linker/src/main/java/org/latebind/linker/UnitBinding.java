package org.latebind.linker;

import java.util.List;
import java.util.Optional;
import org.latebind.bind.api.AnalysisOptions;
import org.latebind.bind.api.Laxity;
import org.latebind.bind.api.SemanticAnalysis;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.pass.api.RunContext;
import org.latebind.syntax.api.CParser;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.Token;
import org.latebind.typed.api.TypedUnit;

/** Binds one translation unit by its tokens: preprocess, outline, analyse what is reached. */
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
        List<Token> tokens;
        try (var timing = context.time("preprocess")) {
            tokens = preprocessing.tokens(
                    module, unit, main.tokens(), new IncludeSearch(deferred, unit, headers), errors);
        }
        context.count("tokens", tokens.size());
        LazyFileScope scope;
        try (var timing = context.time("outline")) {
            scope = new LazyFileScope(
                    tokens, parser.outline(tokens, errors), parser, target.description().addressSpaces().keySet(), errors);
        }
        TypedUnit typed;
        try (var timing = context.time("analyse")) {
            typed = analysis.analyze(scope, options(module, unit), errors);
        }
        context.count("declarations parsed", scope.parsedCount());
        return errors.any() ? Optional.empty() : Optional.of(typed);
    }

    private AnalysisOptions options(ModulePlan module, UnitPlan unit) {
        var language = target.settings().language();
        return AnalysisOptions.of(module.name() + "/" + unit.object(), target.description().dataModel(), language)
                .withErrors(Laxity.errorsInKernel(language))
                .withAddressSpaces(target.description().addressSpaces());
    }
}
