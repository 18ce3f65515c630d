package org.latebind.codegen.s390x;

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

/** Code for 64-bit IBM Z, by LLVM. */
@Component(property = CodeGenerator.ARCH + "=" + S390.ARCH)
@PassInfo(
        name = "codegen",
        consumes = {LlvmModule.class, BoundTarget.class},
        produces = ObjectFile.class,
        arch = S390.ARCH)
public final class S390CodeGenerator extends LlvmCodeGenerator implements CodeGenerator, Pass {
    @Activate
    public S390CodeGenerator(@Reference Llvm llvm) {
        super(llvm, S390.NAMES, S390Modules.RELOCATIONS);
    }
}
