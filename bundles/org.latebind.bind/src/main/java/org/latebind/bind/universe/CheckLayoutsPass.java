package org.latebind.bind.universe;

import java.util.ArrayList;
import java.util.List;
import org.latebind.btf.Btf;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderReport;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.target.api.Targets;
import org.latebind.token.api.Lexer;
import org.latebind.typed.api.LayoutService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares every type that both the headers and the kernel's BTF name: size, members' offsets and
 * sizes, bit-fields' places and widths, enumerators' values.
 *
 * <p>A header's type must equal one BTF type of its name and kind. What may differ, and is listed, is told by
 * {@link CompareLayouts}; anything else is an error, as is a type that cannot be laid out, and that no struct is equal.
 */
@Component(service = Pass.class)
@PassInfo(name = "check-layouts", consumes = {HeaderData.class, HeaderUnits.class, HeaderReport.class, Btf.class}, produces = LayoutReport.class)
public final class CheckLayoutsPass implements Pass {
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final LayoutService layouts;
    private final Targets targets;
    private final Lexer lexer;

    @Activate
    public CheckLayoutsPass(
            @Reference CParser parser,
            @Reference SemanticAnalysis analysis,
            @Reference LayoutService layouts,
            @Reference Targets targets,
            @Reference Lexer lexer) {
        this.parser = parser;
        this.analysis = analysis;
        this.layouts = layouts;
        this.targets = targets;
        this.lexer = lexer;
    }

    @Override
    public void run(RunContext context) {
        var headers = context.get(HeaderData.class);
        var target = targets.bind(headers.identity().target(), headers.settings());
        var model = target.description().dataModel();
        var comparison = new CompareLayouts(context.get(Btf.class), context.get(HeaderUnits.class).includers(), model.pointer().size());
        var units = context.get(HeaderUnits.class).units();
        for (var scope : units) {
            context.progress().report("comparing layouts", units.indexOf(scope), units.size());
            context.checkCanceled();
            var found = new HeaderTypes(scope, lexer, parser, analysis, target);
            found.find(comparison::isNew);
            comparison.add(found, layouts.layouts(found.unit().types(), model));
        }
        var report = comparison.report(context.get(HeaderReport.class));
        count(report, context);
        errors(report).forEach(context.diagnostics()::report);
        context.put(LayoutReport.class, headers.identity().release(), report);
    }

    /** All that keeps the headers from being those of the BTF's kernel. */
    static List<Diagnostic> errors(LayoutReport report) {
        var errors = new ArrayList<Diagnostic>();
        report.mismatches().forEach(mismatch -> errors.add(Diagnostic.error("LB5210", "the kernel's BTF disagrees: " + mismatch)));
        report.unusable().forEach(type -> errors.add(
                Diagnostic.error("LB5211", "the headers define a type that BTF has, and its layout cannot be determined: " + type)
                        .withHelp("'show' lists the headers that define the type")));
        if (report.compared().getOrDefault("struct", 0) == 0) {
            errors.add(Diagnostic.error("LB5212", "no struct of the headers equals one of the BTF's, so that nothing shows that "
                            + "the BTF is this kernel's")
                    .withHelp("give the vmlinux or vmlinuz of the very package that the headers are for"));
        }
        return errors;
    }

    private static void count(LayoutReport report, RunContext context) {
        report.compared().forEach((kind, count) -> context.count(kind + " types equal to BTF", count));
        report.known().forEach((kind, count) -> context.count(kind + " types in BTF", count));
        context.count("definitions equal to BTF", report.definitions());
        context.count("members and enumerators compared", report.members());
        report.notCompared().forEach((what, count) -> context.count("not compared: " + what, count));
        context.count("same name, different type", report.namesakes().size());
        context.count("definitions for other configurations", report.alternatives().size());
        context.count("types that BTF only declares", report.declared().size());
        context.count("types that cannot be laid out", report.unusable().size());
    }
}
