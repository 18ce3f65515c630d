package org.latebind.backend;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenRequest.Output;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Severity;
import org.latebind.elf.Bytes;
import org.latebind.kmod.api.PackagingRequest.ObjectFile;
import org.latebind.llvm.api.Llvm;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.RunContext;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.BoundTarget;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A code generator that leaves all to LLVM, and checks a kernel's objects for what the kernel's module loader would
 * refuse; and the pass that hands it each module.
 *
 * <pre>
 *   LlvmModule 'drv/a.o', BoundTarget  --codegen-->  ObjectFile 'drv/a.o'
 *
 * {@literal @}Component(property = CodeGenerator.ARCH + "=" + ARCH)
 * {@literal @}PassInfo(
 *         name = "codegen", consumes = {LlvmModule.class, BoundTarget.class}, produces = ObjectFile.class, arch = ARCH)
 * public final class PrefixCodeGenerator extends LlvmCodeGenerator implements CodeGenerator, Pass {
 * </pre>
 */
@ConsumerType
public abstract class LlvmCodeGenerator implements CodeGenerator, Pass {
    private final Llvm llvm;
    private final String arch;
    private final Relocations relocations;

    /** @param relocations that the architecture's module loader knows */
    protected LlvmCodeGenerator(Llvm llvm, ArchNames names, Relocations relocations) {
        this.llvm = Objects.requireNonNull(llvm);
        arch = names.arch();
        this.relocations = Objects.requireNonNull(relocations);
    }

    @Override
    public final CodegenResult generate(CodegenRequest request) {
        var settings = request.settings();
        if (!settings.arch().equals(arch)) {
            throw DiagnosticException.refused(Diagnostic.error("LB7510",
                            "the code generator of '" + arch + "' was chosen, and the input is for '" + settings.arch() + "'")
                    .withHelp("the input decides the architecture: leave out --set arch=" + arch
                            + ", or choose a kernel of '" + arch + "'"));
        }
        var result = llvm.compile(request);
        return settings.isForKernel() && request.output() == Output.OBJECT ? checked(result) : result;
    }

    private CodegenResult checked(CodegenResult result) {
        var messages = new ArrayList<>(result.messages());
        result.output().ifPresent(object -> messages.addAll(LoadableObject.check(object, relocations.types())));
        boolean failed = messages.stream().anyMatch(message -> message.severity() == Severity.ERROR);
        return new CodegenResult(failed ? Optional.empty() : result.output(), messages, result.timings());
    }

    @Override
    public final String version() {
        return "LLVM " + llvm.version();
    }

    /** Generates the object of every LLVM module; messages go to the run's diagnostics. */
    @Override
    public final void run(RunContext context) {
        var settings = context.get(BoundTarget.class).settings().codegen();
        var modules = context.all(LlvmModule.class);
        long done = 0;
        for (var entry : modules.entrySet()) {
            var name = entry.getKey();
            context.checkCanceled();
            context.progress().report("generating " + name, done++, modules.size());
            var module = entry.getValue();
            var result = generate(CodegenRequest.object(module.bytes(), settings));
            result.messages().forEach(
                    message -> context.diagnostics().report(message.toDiagnostic(module::location)));
            result.output().ifPresent(object -> {
                context.count("bytes", object.length);
                context.put(ObjectFile.class, name, new ObjectFile(name, Bytes.of(object)));
            });
        }
    }
}
