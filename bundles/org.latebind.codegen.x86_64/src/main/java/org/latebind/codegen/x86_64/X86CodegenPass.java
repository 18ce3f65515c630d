package org.latebind.codegen.x86_64;

import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.elf.api.Bytes;
import org.latebind.kmod.api.PackagingRequest.ObjectFile;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.BoundTarget;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Generates code for every LLVM module: an object of the same name. */
@Component(service = Pass.class)
@PassInfo(
        name = "codegen",
        consumes = {LlvmModule.class, BoundTarget.class},
        produces = ObjectFile.class,
        arch = X86.ARCH)
public final class X86CodegenPass implements Pass {
    private final CodeGenerator generator;

    @Activate
    public X86CodegenPass(@Reference(target = "(" + CodeGenerator.ARCH + "=" + X86.ARCH + ")") CodeGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void run(RunContext context) {
        var settings = context.get(BoundTarget.class).settings().codegen();
        context.all(LlvmModule.class).forEach((name, module) -> {
            context.checkCancelled();
            context.progress().report("generating code for " + name, 0, 0);
            var result = generator.generate(CodegenRequest.object(module.bytes(), settings));
            result.messages().forEach(m -> context.diagnostics().report(m.toDiagnostic(module::location)));
            result.output().ifPresent(object ->
                    context.put(ObjectFile.class, name, new ObjectFile(name, Bytes.of(object))));
        });
    }
}
