package org.latebind.ir;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.IrText;
import org.latebind.pass.api.ArtefactReader;
import org.latebind.pass.api.ArtefactWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** {@code .dko}: a magic line, then the IR's text in xz with a SHA-256 check. */
@Component(service = {ArtefactReader.class, ArtefactWriter.class})
public final class DkoFormat implements ArtefactReader<DeferredModule>, ArtefactWriter<DeferredModule> {
    private static final byte[] MAGIC = "LATEBIND-DKO 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAGIC_STEM = "LATEBIND-DKO ".length();
    private static final int MEMORY_KIB = 256 << 10;
    private static final int LARGEST = 256 << 20;

    private final IrText text;

    @Activate
    public DkoFormat(@Reference IrText text) {
        this.text = text;
    }

    @Override
    public Class<DeferredModule> type() {
        return DeferredModule.class;
    }

    @Override
    public String extension() {
        return "dko";
    }

    /** That of the only module; of several none stands for all. */
    @Override
    public Optional<String> name(DeferredModule module) {
        return module.modules().size() == 1 ? Optional.of(module.modules().getFirst().name()) : Optional.empty();
    }

    @Override
    public void write(DeferredModule module, Path file, DiagnosticSink diagnostics) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(MAGIC);
            try (var xz = new XZOutputStream(out, new LZMA2Options(), XZ.CHECK_SHA256)) {
                xz.write(text.print(module).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public DeferredModule read(Path file, DiagnosticSink diagnostics) throws IOException {
        byte[] content;
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            requireMagic(file, in.readNBytes(MAGIC.length));
            content = decompress(file, in);
        }
        return text.read(new String(content, StandardCharsets.UTF_8), diagnostics);
    }

    private static void requireMagic(Path file, byte[] found) {
        if (Arrays.equals(found, MAGIC)) {
            return;
        }
        boolean otherVersion = Arrays.equals(
                found, 0, Math.min(MAGIC_STEM, found.length), MAGIC, 0, MAGIC_STEM);
        throw bad(file, otherVersion ? "is a deferred module of another version" : "is not a deferred module (.dko)");
    }

    private static byte[] decompress(Path file, InputStream in) {
        try (var xz = new XZInputStream(in, MEMORY_KIB)) {
            var content = xz.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw bad(file, "holds more than " + (LARGEST >> 20) + " MiB");
            }
            return content;
        } catch (IOException e) {
            throw bad(file, "is damaged or cut short");
        }
    }

    private static DiagnosticException bad(Path file, String what) {
        return DiagnosticException.badInput(Diagnostic.error("LB1103", "'" + file.getFileName() + "' " + what)
                .withHelp("make it again with 'latebind compile'"));
    }
}
