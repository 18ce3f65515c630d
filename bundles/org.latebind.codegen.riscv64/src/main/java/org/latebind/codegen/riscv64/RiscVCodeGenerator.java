package org.latebind.codegen.riscv64;

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

/** Code for 64-bit RISC-V, by LLVM. */
@Component(property = CodeGenerator.ARCH + "=" + RiscV.ARCH)
@PassInfo(
        name = "codegen",
        consumes = {LlvmModule.class, BoundTarget.class},
        produces = ObjectFile.class,
        arch = RiscV.ARCH)
public final class RiscVCodeGenerator extends LlvmCodeGenerator implements CodeGenerator, Pass {
    @Activate
    public RiscVCodeGenerator(@Reference Llvm llvm) {
        super(llvm, RiscV.NAMES, RiscVModules.RELOCATIONS);
    }
}
