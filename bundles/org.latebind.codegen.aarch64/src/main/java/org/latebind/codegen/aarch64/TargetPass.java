package org.latebind.codegen.aarch64;

import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.TargetDescription;
import org.osgi.service.component.annotations.Component;

/** Gives ingestion of a kernel of {@code arch/arm64} its target. */
@Component(service = Pass.class, property = PassInfo.PREFIX_ + "kernel=arm64")
@PassInfo(name = "target", consumes = {}, produces = TargetDescription.class, arch = AArch64.ARCH)
public final class TargetPass implements Pass {
    @Override
    public void run(RunContext context) {
        context.put(TargetDescription.class, new AArch64Target());
    }
}
