package org.latebind.bind.universe;

import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderReport;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.syntax.api.CParser;
import org.latebind.target.api.Targets;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.PreprocessorFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads every header that header data has, as a module's unit would, and tells what becomes of each.
 *
 * <pre>
 * HeaderData --> HeaderUnits: 6,300 headers in some units; HeaderReport: linux/bpf_types.h textual ...
 * </pre>
 */
@Component(service = Pass.class)
@PassInfo(name = "unite-headers", consumes = HeaderData.class, produces = {HeaderUnits.class, HeaderReport.class})
public final class UniteHeadersPass implements Pass {
    private final PreprocessorFactory preprocessors;
    private final CParser parser;
    private final Targets targets;
    private final Lexer lexer;

    @Activate
    public UniteHeadersPass(@Reference PreprocessorFactory preprocessors, @Reference CParser parser,
            @Reference Targets targets, @Reference Lexer lexer) {
        this.preprocessors = preprocessors;
        this.parser = parser;
        this.targets = targets;
        this.lexer = lexer;
    }

    @Override
    public void run(RunContext context) {
        var headers = context.get(HeaderData.class);
        var target = targets.bind(headers.identity().target(), headers.settings());
        var preprocessing = UnitPreprocessing.withFragments(preprocessors, headers, target);
        var uniting = new UniteHeaders(headers, preprocessing, lexer, parser, target, context.progress());
        uniting.run();
        var report = new HeaderReport(headers.identity().release(), uniting.units().units().size(), uniting.verdicts());
        context.count("units", report.units());
        for (var kind : HeaderReport.Kind.values()) {
            context.count("headers: " + kind.text(), report.count(kind));
        }
        context.put(HeaderReport.class, report);
        context.put(HeaderUnits.class, uniting.units());
    }
}
