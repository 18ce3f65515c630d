package org.latebind.linker;

import java.util.ArrayList;
import java.util.TreeMap;
import org.latebind.bind.api.SemanticAnalysis;
import org.latebind.btf.api.Btf;
import org.latebind.btf.api.LayoutReport;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.HeaderData;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.syntax.api.CParser;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.typed.api.LayoutService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares every type that both the headers and the kernel's BTF name: size, members' offsets and
 * sizes, bit-fields' places and widths, enumerators' values.
 *
 * <p>A header's type must equal one BTF type of its name and kind. One whose namesakes all share no
 * member with it has homonyms, private to some file of the kernel; it is listed. Anything else is an
 * error.
 */
@Component(service = Pass.class)
@PassInfo(name = "check-layouts", consumes = {HeaderData.class, Btf.class}, produces = LayoutReport.class)
public final class CheckLayoutsPass implements Pass {
    private final PreprocessorFactory preprocessors;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final LayoutService layouts;
    private final Targets targets;
    private final Lexer lexer;

    @Activate
    public CheckLayoutsPass(
            @Reference PreprocessorFactory preprocessors,
            @Reference CParser parser,
            @Reference SemanticAnalysis analysis,
            @Reference LayoutService layouts,
            @Reference Targets targets,
            @Reference Lexer lexer) {
        this.preprocessors = preprocessors;
        this.parser = parser;
        this.analysis = analysis;
        this.layouts = layouts;
        this.targets = targets;
        this.lexer = lexer;
    }

    @Override
    public void run(RunContext context) {
        var headers = context.get(HeaderData.class);
        var btf = context.get(Btf.class);
        var target = targets.bind(headers);
        var theirs = new BtfShapes(btf, target.description().dataModel().pointer().size());
        var preprocessing = UnitPreprocessing.plain(preprocessors, headers, target);
        var found = new HeaderTypes(headers, preprocessing, lexer, parser, analysis, target);
        found.find(name -> !theirs.named(name).isEmpty(), context.progress());
        var report = compare(found, theirs, btf, target);
        report.compared().forEach((kind, count) -> context.count(kind + " types equal to BTF", count));
        report.known().forEach((kind, count) -> context.count(kind + " types in BTF", count));
        context.count("members and enumerators compared", report.members());
        context.count("headers left out: do not go with the others", found.leftOut().size());
        context.count("tags left out: several headers define them", found.ambiguous().size());
        context.count("homonyms", report.homonyms().size());
        context.count("types that cannot be laid out", report.unusable().size());
        report.mismatches().forEach(mismatch -> context.diagnostics().report(
                Diagnostic.error("LB5210", "the kernel's BTF disagrees: " + mismatch)));
        context.put(LayoutReport.class, headers.identity().release(), report);
    }

    private LayoutReport compare(HeaderTypes found, BtfShapes theirs, Btf btf, BoundTarget target) {
        var compared = new TreeMap<String, Integer>();
        var mismatches = new ArrayList<String>();
        var homonyms = new ArrayList<String>();
        var unusable = new ArrayList<String>();
        found.unusable().forEach((name, why) -> unusable.add(name + ": " + why));
        long members = 0;
        var table = found.unit().types();
        var ours = new TypeShapes(table, layouts.layouts(table, target.description().dataModel()));
        for (var entry : found.types().entrySet()) {
            var name = entry.getKey();
            ShapeOfType shape;
            try {
                shape = ours.of(entry.getValue(), !name.kind().equals("typedef"));
            } catch (IllegalArgumentException | DiagnosticException incomplete) {
                unusable.add(name + ": " + incomplete.getMessage());
                continue;
            }
            var candidates = theirs.named(name);
            if (shape.bytes().isEmpty() && name.kind().equals("typedef")) {
                // The headers only declare what it stands for: there is nothing to disagree about.
                continue;
            }
            if (candidates.stream().anyMatch(candidate -> shape.difference(candidate).isEmpty())) {
                compared.merge(name.kind(), 1, Integer::sum);
                members += shape.parts();
            } else if (shape.parts() > 0 && candidates.stream().noneMatch(shape::sharesNames)) {
                homonyms.add(name.toString());
            } else {
                mismatches.add(name + ": " + shape.difference(candidates.get(0)).orElseThrow());
            }
        }
        return new LayoutReport(compared, known(btf), members, mismatches, homonyms, unusable);
    }

    private static TreeMap<String, Integer> known(Btf btf) {
        var known = new TreeMap<String, Integer>();
        btf.types().forEach(type -> BtfShapes.kind(type).ifPresent(kind -> known.merge(kind, 1, Integer::sum)));
        return known;
    }
}
