package org.latebind.layout;

import java.util.HashMap;
import java.util.Map;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.BoundTarget;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.TypedUnit;
import org.latebind.typed.api.VariableId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Resolves the layouts of typed units and makes the images of their variables. */
@Component(service = Pass.class)
@PassInfo(
        name = "layout",
        consumes = {TypedUnit.class, BoundTarget.class},
        produces = LaidOutUnit.class)
public final class LayoutPass implements Pass {
    private final LayoutService layouts;

    @Activate
    public LayoutPass(@Reference LayoutService layouts) {
        this.layouts = layouts;
    }

    @Override
    public void run(RunContext context) {
        var target = context.get(BoundTarget.class);
        context.all(TypedUnit.class).forEach((name, unit) ->
                context.put(LaidOutUnit.class, name, layOut(unit, target, context)));
    }

    private LaidOutUnit layOut(TypedUnit unit, BoundTarget target, RunContext context) {
        var model = target.description().dataModel();
        var resolved = layouts.layouts(unit.types(), model);
        var evaluator = layouts.evaluator(unit.types(), resolved, model, target.settings().language())
                .knowing(unit.variables());
        Map<VariableId, StaticImage> images = new HashMap<>();
        for (var variable : unit.variables()) {
            context.checkCancelled();
            if (variable.defined()) {
                try {
                    images.put(variable.id(), evaluator.image(variable.type(), variable.initializer()));
                } catch (DiagnosticException e) {
                    context.diagnostics().report(e.diagnostic());
                }
            }
        }
        return new LaidOutUnit(unit, resolved, images);
    }
}
