package org.latebind.codegen.s390x;

import org.latebind.codegen.api.CodeGenerator;
import org.latebind.elf.Bytes;
import org.latebind.kmod.api.PackagingRequest.ObjectFile;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.lowering.api.ObjectGeneration;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.BoundTarget;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Generates the object of every LLVM module. */
@Component(service = Pass.class)
@PassInfo(
        name = "codegen",
        consumes = {LlvmModule.class, BoundTarget.class},
        produces = ObjectFile.class,
        arch = S390.ARCH)
public final class CodegenPass implements Pass {
    private final CodeGenerator generator;

    @Activate
    public CodegenPass(@Reference(target = "(" + CodeGenerator.ARCH + "=" + S390.ARCH + ")") CodeGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void run(RunContext context) {
        ObjectGeneration.run(
                context,
                generator,
                (name, object) -> context.put(ObjectFile.class, name, new ObjectFile(name, Bytes.of(object))));
    }
}
