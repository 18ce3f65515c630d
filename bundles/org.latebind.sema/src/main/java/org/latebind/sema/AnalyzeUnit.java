package org.latebind.sema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.FileScope;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.Declaration;
import org.latebind.typed.api.GlobalVariable;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.Linkage;
import org.latebind.typed.api.TypedFunction;
import org.latebind.typed.api.TypedUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The semantic analysis service. */
@Component
public final class AnalyzeUnit implements SemanticAnalysis {
    private final LayoutService layouts;

    @Activate
    public AnalyzeUnit(@Reference LayoutService layouts) {
        this.layouts = layouts;
    }

    @Override
    public TypedUnit analyze(FileScope scope, AnalysisOptions options, DiagnosticSink sink) {
        try {
            var unit = new Unit(scope, options, sink, layouts);
            scope.roots().forEach(declaration -> root(unit, declaration));
            unit.work();
            unit.declarations.finish();
            unit.work();
            return result(unit);
        } catch (StackOverflowError deep) {
            throw tooDeep(options, Position.NONE);
        }
    }

    private static void root(Unit unit, Declaration declaration) {
        try {
            unit.declarations.root(declaration);
        } catch (StackOverflowError deep) {
            throw tooDeep(unit.options, declaration.span().at());
        }
    }

    private static DiagnosticException tooDeep(AnalysisOptions options, Position at) {
        return DiagnosticException.refused(Diagnostic.error(
                Codes.TOO_DEEP, at, "an expression or type of '" + options.unitName() + "' is nested too deeply"));
    }

    private static TypedUnit result(Unit unit) {
        List<GlobalVariable> variables = new ArrayList<>();
        for (var variable : unit.variables) {
            variables.add(variable(variable));
        }
        List<TypedFunction> functions = new ArrayList<>();
        for (var function : unit.functions) {
            functions.add(function(unit, function));
        }
        return new TypedUnit(
                unit.options.unitName(), unit.registry.freeze(), variables, functions, unit.fileAsm);
    }

    /** What only operands that are not evaluated name is undefined here, and nothing refers to it. */
    private static GlobalVariable variable(VariableEntity v) {
        boolean defined = v.defined && v.used;
        return new GlobalVariable(
                v.id.orElseThrow(), v.name, v.linkName, v.type, defined ? v.linkage : Linkage.EXTERNAL, v.threadLocal,
                defined, defined ? v.initializer : Optional.empty(),
                v.attributes.symbol(), v.at);
    }

    private static TypedFunction function(Unit unit, FunctionEntity f) {
        boolean here = f.body.isPresent() || f.used && f.attributes.alias().isPresent();
        return new TypedFunction(
                f.id.orElseThrow(), f.name, f.linkName, f.type,
                here ? unit.declarations.linkage(f) : Linkage.EXTERNAL, f.inline,
                f.attributes.symbol(), f.body, f.at);
    }
}
