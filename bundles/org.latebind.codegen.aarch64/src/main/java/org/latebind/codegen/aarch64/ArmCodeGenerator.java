package org.latebind.codegen.aarch64;

import org.latebind.backend.LlvmCodeGenerator;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.kmod.api.PackagingRequest.ObjectFile;
import org.latebind.llvm.api.Llvm;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.target.api.BoundTarget;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Code for 64-bit Arm, by LLVM. */
@Component(property = CodeGenerator.ARCH + "=" + AArch64.ARCH)
@PassInfo(
        name = "codegen",
        consumes = {LlvmModule.class, BoundTarget.class},
        produces = ObjectFile.class,
        arch = AArch64.ARCH)
public final class ArmCodeGenerator extends LlvmCodeGenerator implements CodeGenerator, Pass {
    @Activate
    public ArmCodeGenerator(@Reference Llvm llvm) {
        super(llvm, AArch64.NAMES, ArmModules.RELOCATIONS);
    }
}
