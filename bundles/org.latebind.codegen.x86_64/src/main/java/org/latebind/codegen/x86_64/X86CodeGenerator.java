package org.latebind.codegen.x86_64;

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

/** Code for x86-64, by LLVM. */
@Component(property = CodeGenerator.ARCH + "=" + X86.ARCH)
@PassInfo(
        name = "codegen",
        consumes = {LlvmModule.class, BoundTarget.class},
        produces = ObjectFile.class,
        arch = X86.ARCH)
public final class X86CodeGenerator extends LlvmCodeGenerator implements CodeGenerator, Pass {
    @Activate
    public X86CodeGenerator(@Reference Llvm llvm) {
        super(llvm, X86.NAMES, X86Modules.RELOCATIONS);
    }
}
