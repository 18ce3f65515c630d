package org.latebind.headers.btf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.latebind.btf.Btf;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.pass.api.ArtifactReader;
import org.osgi.service.component.annotations.Component;

/** {@code .btf}: BTF, bare or in whatever a kernel comes in. */
@Component(service = ArtifactReader.class)
public final class BtfFile implements ArtifactReader<Btf> {
    private static final long LARGEST = 1 << 30;

    @Override
    public Class<Btf> type() {
        return Btf.class;
    }

    @Override
    public String extension() {
        return "btf";
    }

    @Override
    public Btf read(Path file, DiagnosticSink diagnostics) throws IOException {
        return read(file.getFileName().toString(), find(file));
    }

    static Btf read(String name, KernelImage.Found found) {
        return Btf.read(name, found.btf(), found.buildId(), found.release());
    }

    static KernelImage.Found find(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (Files.size(file) > LARGEST) {
            throw none(name, "is larger than any kernel");
        }
        return KernelImage.find(Files.readAllBytes(file)).orElseThrow(() -> none(name, "holds no BTF"));
    }

    private static DiagnosticException none(String name, String why) {
        return DiagnosticException.badInput(Diagnostic.error("LB5042", "'" + name + "' " + why)
                .withHelp("give the kernel's vmlinux or vmlinuz, /sys/kernel/btf/vmlinux, or a copy of its .BTF section"));
    }
}
