package org.latebind.llvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.pass.api.ArtifactWriter;
import org.osgi.service.component.annotations.Component;

/** LLVM modules as text, to files and to the screen. */
@Component(service = {ArtifactWriter.class, ArtifactPrinter.class})
public final class WriteIr implements ArtifactWriter<LlvmModule>, ArtifactPrinter<LlvmModule> {
    @Override
    public Class<LlvmModule> type() {
        return LlvmModule.class;
    }

    @Override
    public String extension() {
        return "ll";
    }

    @Override
    public void write(LlvmModule module, Path file, DiagnosticSink diagnostics) throws IOException {
        Files.write(file, module.bytes());
    }

    /** Of a named function or variable, the lines that define or declare it. */
    @Override
    public boolean print(LlvmModule module, Optional<String> name, Appendable out) throws IOException {
        if (name.isEmpty()) {
            out.append(module.text());
            return true;
        }
        boolean inside = false;
        boolean found = false;
        for (var line : module.text().split("\n")) {
            boolean starts = line.matches("(define|declare) .*")
                    ? line.contains("@" + name.get() + "(")
                    : line.startsWith("@" + name.get() + " ");
            if (starts || inside) {
                out.append(line).append('\n');
                found = true;
                inside = line.startsWith("define ") || inside && !line.equals("}");
            }
        }
        return found;
    }
}
