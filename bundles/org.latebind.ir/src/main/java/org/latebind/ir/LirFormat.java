package org.latebind.ir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.IrText;
import org.latebind.pass.api.ArtefactFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code .lir}: the IR's text. */
@Component(service = ArtefactFormat.class)
public final class LirFormat implements ArtefactFormat<DeferredModule> {
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
    public void write(DeferredModule module, OutputStream out) throws IOException {
        out.write(text.print(module).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public DeferredModule read(Path file, DiagnosticSink diagnostics) throws IOException {
        return text.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), diagnostics);
    }
}
