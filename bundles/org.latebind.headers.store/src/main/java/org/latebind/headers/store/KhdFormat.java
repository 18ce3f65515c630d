package org.latebind.headers.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.headers.api.HeaderData;
import org.latebind.headers.api.HeaderStore;
import org.latebind.headers.api.KernelHeaders;
import org.latebind.pass.api.ArtifactReader;
import org.latebind.pass.api.ArtifactWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files {@code .khd} as commands see them. */
public final class KhdFormat {
    private static final String EXTENSION = "khd";

    private KhdFormat() {}

    /** Opens header data. */
    @Component(service = ArtifactReader.class)
    public static final class Reader implements ArtifactReader<HeaderData> {
        private final HeaderStore store;

        @Activate
        public Reader(@Reference HeaderStore store) {
            this.store = store;
        }

        @Override
        public Class<HeaderData> type() {
            return HeaderData.class;
        }

        @Override
        public String extension() {
            return EXTENSION;
        }

        @Override
        public HeaderData read(Path file, DiagnosticSink diagnostics) {
            return store.open(file);
        }

        @Override
        public Map<String, String> variables(HeaderData data) {
            return Map.of("arch", data.identity().target(), "release", data.identity().release());
        }
    }

    /** Lexes and writes a kernel's headers. */
    @Component(service = ArtifactWriter.class)
    public static final class Writer implements ArtifactWriter<KernelHeaders> {
        private final HeaderStore store;

        @Activate
        public Writer(@Reference HeaderStore store) {
            this.store = store;
        }

        @Override
        public Class<KernelHeaders> type() {
            return KernelHeaders.class;
        }

        @Override
        public String extension() {
            return EXTENSION;
        }

        @Override
        public void write(KernelHeaders headers, Path file, DiagnosticSink diagnostics) throws IOException {
            store.write(headers, file, diagnostics);
        }
    }
}
