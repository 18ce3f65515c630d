package org.latebind.codegen.aarch64;

import org.latebind.codegen.aarch64.module.KernelModules;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.llvm.api.Llvm;
import org.latebind.llvm.api.LlvmCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Code for 64-bit Arm, by LLVM. */
@Component(property = CodeGenerator.ARCH + "=" + AArch64.ARCH)
public final class ArmCodeGenerator implements CodeGenerator {
    private final LlvmCode code;

    @Activate
    public ArmCodeGenerator(@Reference Llvm llvm) {
        code = new LlvmCode(llvm, AArch64.ARCH, KernelModules.loadable());
    }

    @Override
    public CodegenResult generate(CodegenRequest request) {
        return code.generate(request);
    }

    @Override
    public String version() {
        return code.version();
    }
}
