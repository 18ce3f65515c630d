package org.latebind.layout;

import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.BoundTarget;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.TypedUnit;
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
        var work = new LayOutUnit(layouts, target.description().dataModel(), target.settings().language());
        context.all(TypedUnit.class).forEach((name, unit) -> context.put(
                LaidOutUnit.class, name, work.layOut(unit, context.diagnostics(), context::checkCanceled)));
    }
}
