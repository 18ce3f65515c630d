package org.latebind.codegen.x86_64;

import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.TargetDescription;
import org.osgi.service.component.annotations.Component;

/** Gives ingestion of a kernel of {@code arch/x86} its target. */
@Component(service = Pass.class, property = PassInfo.PREFIX_ + "kernel=x86")
@PassInfo(name = "target", consumes = {}, produces = TargetDescription.class, arch = X86.ARCH)
public final class TargetPass implements Pass {
    @Override
    public void run(RunContext context) {
        context.put(TargetDescription.class, new X86Target());
    }
}
