package org.latebind.codegen.riscv64;

import org.latebind.codegen.riscv64.module.KernelModules;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.llvm.api.Llvm;
import org.latebind.llvm.api.LlvmCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Code for 64-bit RISC-V, by LLVM. */
@Component(property = CodeGenerator.ARCH + "=" + RiscV.ARCH)
public final class RiscVCodeGenerator implements CodeGenerator {
    private final LlvmCode code;

    @Activate
    public RiscVCodeGenerator(@Reference Llvm llvm) {
        code = new LlvmCode(llvm, RiscV.ARCH, KernelModules.loadable());
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
