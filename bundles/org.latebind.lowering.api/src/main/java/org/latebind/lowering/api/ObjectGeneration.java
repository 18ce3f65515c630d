package org.latebind.lowering.api;

import java.util.function.BiConsumer;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.BoundTarget;

/**
 * The work of every architecture's {@code codegen} pass: an object of each LLVM module.
 *
 * <pre>
 *   LlvmModule 'drv/a.o', BoundTarget  -->  bytes of an object 'drv/a.o'
 * </pre>
 */
public final class ObjectGeneration {
    private ObjectGeneration() {}

    /**
     * Generates; what the generator has to say goes to the run's diagnostics.
     *
     * @param objects takes each object under its module's name
     */
    public static void run(RunContext context, CodeGenerator generator, BiConsumer<String, byte[]> objects) {
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
                objects.accept(entry.getKey(), object);
            });
        }
    }
}
