package org.latebind.codegen.x86_64;

import java.util.ArrayList;
import java.util.Optional;
import org.latebind.codegen.api.CodeGenerator;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.api.CodegenRequest.Output;
import org.latebind.codegen.api.CodegenResult;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Severity;
import org.latebind.llvm.api.Llvm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Code for x86-64: LLVM does it, and for kernels the object is looked over for what a kernel's module
 * loader would refuse.
 */
@Component(property = CodeGenerator.ARCH + "=" + X86.ARCH)
public final class X86CodeGenerator implements CodeGenerator {
    private final Llvm llvm;

    @Activate
    public X86CodeGenerator(@Reference Llvm llvm) {
        this.llvm = llvm;
    }

    @Override
    public CodegenResult generate(CodegenRequest request) {
        var settings = request.settings();
        if (!settings.arch().equals(X86.ARCH)) {
            throw DiagnosticException.refused(Diagnostic.error("LB7510",
                    "settings for '" + settings.arch() + "' were given to the code generator of '" + X86.ARCH + "'"));
        }
        var result = llvm.compile(request);
        return settings.codeModel() == CodeModel.KERNEL && request.output() == Output.OBJECT
                ? checked(result)
                : result;
    }

    private static CodegenResult checked(CodegenResult result) {
        var messages = new ArrayList<>(result.messages());
        result.output().ifPresent(object -> messages.addAll(LoadableObject.check(object)));
        boolean failed = messages.stream().anyMatch(message -> message.severity() == Severity.ERROR);
        return new CodegenResult(failed ? Optional.empty() : result.output(), messages, result.timings());
    }

    @Override
    public String version() {
        return "LLVM " + llvm.version();
    }
}
