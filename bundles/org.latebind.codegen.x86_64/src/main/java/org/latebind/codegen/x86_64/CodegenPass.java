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

/**
 * Generates the object of every LLVM module.
 *
 * <pre>
 *   LlvmModule 'drv/a.o', BoundTarget  -->  ObjectFile 'drv/a.o'
 * </pre>
 */
@Component(service = Pass.class)
@PassInfo(
        name = "codegen",
        consumes = {LlvmModule.class, BoundTarget.class},
        produces = ObjectFile.class,
        arch = X86.ARCH)
public final class CodegenPass implements Pass {
    private final CodeGenerator generator;

    @Activate
    public CodegenPass(@Reference(target = "(" + CodeGenerator.ARCH + "=" + X86.ARCH + ")") CodeGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void run(RunContext context) {
        var settings = context.get(BoundTarget.class).settings().codegen();
        var modules = context.all(LlvmModule.class);
        long done = 0;
        for (var entry : modules.entrySet()) {
            context.checkCancelled();
            context.progress().report("generating " + entry.getKey(), done++, modules.size());
            var module = entry.getValue();
            var result = generator.generate(CodegenRequest.object(module.bytes(), settings));
            result.messages().forEach(
                    message -> context.diagnostics().report(message.toDiagnostic(module::location)));
            result.output().ifPresent(object -> {
                context.count("bytes", object.length);
                context.put(ObjectFile.class, entry.getKey(), new ObjectFile(entry.getKey(), Bytes.of(object)));
            });
        }
    }
}
