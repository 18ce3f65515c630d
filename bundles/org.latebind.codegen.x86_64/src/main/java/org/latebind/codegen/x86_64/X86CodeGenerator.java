package org.latebind.codegen.x86_64;

import java.util.Set;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.llvm.api.Llvm;
import org.latebind.llvm.api.LlvmCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Code for x86-64, by LLVM. */
@Component(property = CodeGenerator.ARCH + "=" + X86.ARCH)
public final class X86CodeGenerator implements CodeGenerator {
    /** R_X86_64_NONE, 64, PC32, PLT32, 32, 32S, PC64: {@code apply_relocate_add} in arch/x86/kernel/module.c. */
    private static final Set<Integer> LOADABLE = Set.of(0, 1, 2, 4, 10, 11, 24);

    private final LlvmCode code;

    @Activate
    public X86CodeGenerator(@Reference Llvm llvm) {
        code = new LlvmCode(llvm, X86.ARCH, LOADABLE);
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
