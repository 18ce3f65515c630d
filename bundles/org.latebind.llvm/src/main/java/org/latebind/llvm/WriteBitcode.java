package org.latebind.llvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.pass.api.ArtifactWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** LLVM modules as bitcode: parsed and verified, not optimized. */
@Component(service = ArtifactWriter.class)
public final class WriteBitcode implements ArtifactWriter<LlvmModule> {
    private final LlvmService llvm;

    @Activate
    public WriteBitcode(@Reference LlvmService llvm) {
        this.llvm = llvm;
    }

    @Override
    public Class<LlvmModule> type() {
        return LlvmModule.class;
    }

    @Override
    public String extension() {
        return "bc";
    }

    @Override
    public void write(LlvmModule module, Path file, DiagnosticSink diagnostics) throws IOException {
        var result = llvm.bitcode(module.bytes());
        result.messages().forEach(message -> diagnostics.report(message.toDiagnostic(module::location)));
        if (result.output().isPresent()) {
            Files.write(file, result.output().get());
        }
    }
}
