package org.latebind.lowering;

import org.latebind.lowering.api.LlvmModule;
import org.latebind.lowering.api.Lowering;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.BoundTarget;
import org.latebind.typed.api.LaidOutUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lowers every laid-out unit to an LLVM module of the same name. */
@Component(service = Pass.class)
@PassInfo(
        name = "lower",
        consumes = {LaidOutUnit.class, BoundTarget.class},
        produces = LlvmModule.class)
public final class LowerPass implements Pass {
    private final Lowering lowering;

    @Activate
    public LowerPass(@Reference Lowering lowering) {
        this.lowering = lowering;
    }

    @Override
    public void run(RunContext context) {
        var target = context.get(BoundTarget.class);
        context.all(LaidOutUnit.class).forEach((name, unit) -> {
            context.checkCanceled();
            lowering.lower(unit, target.description(), target.settings(), context.diagnostics())
                    .ifPresent(module -> context.put(LlvmModule.class, name, module));
        });
    }
}
