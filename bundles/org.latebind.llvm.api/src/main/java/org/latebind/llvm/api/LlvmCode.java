package org.latebind.llvm.api;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenRequest.Output;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.codegen.api.LoadableObject;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Severity;

/**
 * A code generator that leaves all to LLVM, and looks a kernel's objects over for what the kernel's
 * module loader would refuse.
 */
public final class LlvmCode implements CodeGenerator {
    private final Llvm llvm;
    private final String arch;
    private final Set<Integer> loadable;

    /**
     * @param arch the architecture's name
     * @param loadable relocation types that its kernel's module loader knows
     */
    public LlvmCode(Llvm llvm, String arch, Set<Integer> loadable) {
        this.llvm = Objects.requireNonNull(llvm);
        this.arch = Objects.requireNonNull(arch);
        this.loadable = Set.copyOf(loadable);
    }

    @Override
    public CodegenResult generate(CodegenRequest request) {
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
        result.output().ifPresent(object -> messages.addAll(LoadableObject.check(object, loadable)));
        boolean failed = messages.stream().anyMatch(message -> message.severity() == Severity.ERROR);
        return new CodegenResult(failed ? Optional.empty() : result.output(), messages, result.timings());
    }

    @Override
    public String version() {
        return "LLVM " + llvm.version();
    }
}
