package org.latebind.kmod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.kmod.api.PackagedModule;
import org.latebind.pass.api.ArtifactWriter;
import org.osgi.service.component.annotations.Component;

/** {@code .ko} files. */
@Component(service = ArtifactWriter.class)
public final class WriteModule implements ArtifactWriter<PackagedModule> {
    @Override
    public Class<PackagedModule> type() {
        return PackagedModule.class;
    }

    @Override
    public String extension() {
        return "ko";
    }

    @Override
    public void write(PackagedModule module, Path file, DiagnosticSink diagnostics) throws IOException {
        Files.write(file, module.file().toArray());
    }
}
