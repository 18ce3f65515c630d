package org.latebind.codegen.s390x;

import org.latebind.codegen.s390x.module.KernelModules;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.llvm.api.Llvm;
import org.latebind.llvm.api.LlvmCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Code for 64-bit IBM Z, by LLVM. */
@Component(property = CodeGenerator.ARCH + "=" + S390.ARCH)
public final class S390CodeGenerator implements CodeGenerator {
    private final LlvmCode code;

    @Activate
    public S390CodeGenerator(@Reference Llvm llvm) {
        code = new LlvmCode(llvm, S390.ARCH, KernelModules.loadable());
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
