package org.latebind.kmod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.kmod.api.PackagingRequest.ObjectFile;
import org.latebind.pass.api.ArtifactWriter;
import org.osgi.service.component.annotations.Component;

/** {@code .o} files, as code generation made them. */
@Component(service = ArtifactWriter.class)
public final class WriteObject implements ArtifactWriter<ObjectFile> {
    @Override
    public Class<ObjectFile> type() {
        return ObjectFile.class;
    }

    @Override
    public String extension() {
        return "o";
    }

    @Override
    public void write(ObjectFile object, Path file, DiagnosticSink diagnostics) throws IOException {
        Files.write(file, object.contents().toArray());
    }
}
