package org.latebind.ir;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.IrText;
import org.latebind.pass.api.ArtifactReader;
import org.latebind.pass.api.ArtifactWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code .lir}: the IR's text. */
@Component(service = {ArtifactReader.class, ArtifactWriter.class})
public final class LirFormat implements ArtifactReader<DeferredModule>, ArtifactWriter<DeferredModule> {
    private final IrText text;

    @Activate
    public LirFormat(@Reference IrText text) {
        this.text = text;
    }

    @Override
    public Class<DeferredModule> type() {
        return DeferredModule.class;
    }

    @Override
    public String extension() {
        return "lir";
    }

    @Override
    public void write(DeferredModule module, Path file, DiagnosticSink diagnostics) throws IOException {
        Files.writeString(file, text.print(module));
    }

    @Override
    public DeferredModule read(Path file, DiagnosticSink diagnostics) throws IOException {
        try {
            return text.read(Files.readString(file), diagnostics);
        } catch (CharacterCodingException e) {
            throw DiagnosticException.badInput(
                    Diagnostic.error("LB1104", "'" + file.getFileName() + "' is not UTF-8 text"));
        }
    }
}
