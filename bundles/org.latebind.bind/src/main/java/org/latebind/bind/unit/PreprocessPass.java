package org.latebind.bind.unit;

import java.util.ArrayList;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Severity;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildPlan;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.Targets;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shows the tokens that a link sees: each unit of a module, preprocessed for one kernel.
 *
 * <pre>
 * DeferredModule + HeaderData --> drv.o: static int drv_open ( struct inode * inode , ...
 * </pre>
 *
 * <p>The option {@code fragments=off} makes nothing of the headers' event logs. A unit with an error is refused, is
 * told as a warning, and the others go on.
 */
@Component(service = Pass.class)
@PassInfo(
        name = "preprocess",
        consumes = {DeferredModule.class, BuildPlan.class, HeaderData.class},
        produces = PreprocessedUnits.class,
        options = "fragments")
public final class PreprocessPass implements Pass {
    private final PreprocessorFactory preprocessors;
    private final Targets targets;

    @Activate
    public PreprocessPass(@Reference PreprocessorFactory preprocessors, @Reference Targets targets) {
        this.preprocessors = preprocessors;
        this.targets = targets;
    }

    @Override
    public void run(RunContext context) {
        var deferred = context.get(DeferredModule.class);
        var plan = context.get(BuildPlan.class);
        var headers = context.get(HeaderData.class);
        var target = targets.bind(headers.identity().target(), headers.settings());
        var preprocessing = UnitPreprocessing.of(context, preprocessors, headers, target);
        var units = new ArrayList<PreprocessedUnits.Unit>();
        for (var module : plan.modules()) {
            for (var unit : module.units()) {
                context.checkCanceled();
                units.add(new Text().of(deferred, module, unit, headers, preprocessing, context));
            }
        }
        preprocessing.count(context);
        var taken = preprocessing.statistics();
        context.put(PreprocessedUnits.class,
                new PreprocessedUnits(units, taken.reusedTokens(), taken.processedTokens()));
    }

    /** One unit's tokens, written down as they come. */
    private static final class Text {
        private final StringBuilder text = new StringBuilder();
        private boolean refused;

        PreprocessedUnits.Unit of(DeferredModule deferred, ModulePlan module, UnitPlan unit, HeaderData headers,
                UnitPreprocessing preprocessing, RunContext context) {
            var search = new IncludeSearch(deferred, unit, headers);
            try {
                preprocessing.open(module, unit, search, this::add, d -> told(d, unit, context))
                        .process(deferred.file(unit.source()).orElseThrow().tokens(), this::add);
            } catch (DiagnosticException givenUp) {
                told(givenUp.diagnostic(), unit, context);
            }
            return new PreprocessedUnits.Unit(unit.object(), text.append('\n').toString(), refused);
        }

        private void told(Diagnostic diagnostic, UnitPlan unit, RunContext context) {
            if (diagnostic.severity() == Severity.ERROR) {
                refused = true;
                context.diagnostics().report(Diagnostic.warning("LB5220", diagnostic.where(),
                        unit.object() + " is refused: " + diagnostic.message()));
            }
        }

        private void add(Token token) {
            if (token.kind() == TokenKind.PRAGMA) {
                text.append("\n#pragma ").append(token.text()).append('\n');
            } else {
                text.append(token.has(Token.LINE_START) ? '\n' : ' ').append(token.text());
            }
        }
    }
}
