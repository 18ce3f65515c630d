package org.latebind.build;

import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildPlan;
import org.latebind.ir.api.DeferredModule;
import org.latebind.kbuild.ModuleBuild;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.osgi.service.component.annotations.Component;

/** Evaluates what is built of a deferred module for one kernel: modules, objects, flags. */
@Component(service = Pass.class)
@PassInfo(name = "build", consumes = {DeferredModule.class, HeaderData.class}, produces = BuildPlan.class)
public final class BuildPass implements Pass {
    @Override
    public void run(RunContext context) {
        var build = context.get(DeferredModule.class).build();
        context.offerSourceLines(new MakefileLines(build));
        context.put(BuildPlan.class, ModuleBuild.plan(build, context.get(HeaderData.class)));
    }
}
