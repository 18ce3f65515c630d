package org.latebind.codegen.s390x;

import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.TargetDescription;
import org.osgi.service.component.annotations.Component;

/** Gives ingestion of a kernel of {@code arch/s390} its target. */
@Component(service = Pass.class, property = PassInfo.PREFIX_ + "kernel=s390")
@PassInfo(name = "target", consumes = {}, produces = TargetDescription.class, arch = S390.ARCH)
public final class TargetPass implements Pass {
    @Override
    public void run(RunContext context) {
        context.put(TargetDescription.class, new S390Target());
    }
}
