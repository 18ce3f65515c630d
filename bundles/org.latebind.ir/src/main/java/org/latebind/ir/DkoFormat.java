package org.latebind.ir;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredModule;
import org.latebind.pass.api.ArtifactReader;
import org.latebind.pass.api.ArtifactWriter;
import org.latebind.token.api.Lexer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code .dko}: a line with the format's version, sizes, a checksum and packed content (docs/dko.md). */
@Component(service = {ArtifactReader.class, ArtifactWriter.class})
public final class DkoFormat implements ArtifactReader<DeferredModule>, ArtifactWriter<DeferredModule> {
    /** To be raised with every change of what docs/dko.md describes. */
    static final int VERSION = 4;

    private static final byte[] MAGIC = "LATEBIND-DKO ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIRST_LINE = ("LATEBIND-DKO " + VERSION + "\n").getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 256 << 20;

    private final Lexer lexer;

    @Activate
    public DkoFormat(@Reference Lexer lexer) {
        this.lexer = lexer;
    }

    @Override
    public Class<DeferredModule> type() {
        return DeferredModule.class;
    }

    @Override
    public String extension() {
        return "dko";
    }

    /** The package's, or that of the only module; of several none stands for all. */
    @Override
    public Optional<String> name(DeferredModule module) {
        return switch (module.build()) {
            case BuildDescription.Listed(var modules) when modules.size() == 1 -> Optional.of(modules.getFirst().name());
            case BuildDescription.Listed several -> Optional.empty();
            case BuildDescription.Package source -> Optional.of(source.name());
        };
    }

    @Override
    public void write(DeferredModule module, Path file, DiagnosticSink diagnostics) throws IOException {
        store(content(module, file), file);
    }

    static void store(byte[] content, Path file) throws IOException {
        var stored = Packing.pack(content);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(FIRST_LINE);
            out.writeInt(content.length);
            out.writeInt(stored.length);
            out.writeInt(checksum(content.length, stored));
            out.write(stored);
        }
    }

    /** What could not be read again is not written. */
    private static byte[] content(DeferredModule module, Path file) {
        try {
            var content = DeepStack.call(() -> DkoContent.write(module));
            if (content.length <= LARGEST) {
                return content;
            }
        } catch (DamagedContentException e) {
            throw cannotHold(file, "a tree " + e.getMessage());
        }
        throw cannotHold(file, "more than " + (LARGEST >> 20) + " MiB");
    }

    private static DiagnosticException cannotHold(Path file, String what) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB1103", "'" + file.getFileName() + "' cannot hold " + what)
                        .withHelp("split the module's sources, or their largest expressions"));
    }

    @Override
    public DeferredModule read(Path file, DiagnosticSink diagnostics) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            requireFirstLine(file, in.readNBytes(FIRST_LINE.length));
            var content = content(file, in);
            return DeepStack.call(() -> DkoContent.read(content, lexer));
        } catch (EOFException e) {
            throw bad(file, "is cut short");
        } catch (DamagedContentException e) {
            throw bad(file, "is damaged: " + e.getMessage());
        }
    }

    private static void requireFirstLine(Path file, byte[] found) {
        if (Arrays.equals(found, FIRST_LINE)) {
            return;
        }
        boolean otherVersion = Arrays.equals(found, 0, Math.min(MAGIC.length, found.length), MAGIC, 0, MAGIC.length);
        throw bad(file, otherVersion
                ? "is a deferred module of another version (this one reads version " + VERSION + ")"
                : "is not a deferred module (.dko)");
    }

    private static byte[] content(Path file, DataInputStream in) throws IOException {
        int size = in.readInt();
        int storedSize = in.readInt();
        int checksum = in.readInt();
        if (size < 0 || size > LARGEST || storedSize < 0 || storedSize > size) {
            throw bad(file, "is damaged");
        }
        var stored = in.readNBytes(storedSize);
        if (stored.length < storedSize) {
            throw bad(file, "is cut short");
        }
        if (in.read() >= 0 || checksum(size, stored) != checksum) {
            throw bad(file, "is damaged");
        }
        return Packing.unpack(stored, size);
    }

    private static int checksum(int size, byte[] stored) {
        var checksum = new CRC32C();
        for (int shift = 24; shift >= 0; shift -= 8) {
            checksum.update(size >>> shift);
        }
        checksum.update(stored);
        return (int) checksum.getValue();
    }

    private static DiagnosticException bad(Path file, String what) {
        return DiagnosticException.badInput(Diagnostic.error("LB1103", "'" + file.getFileName() + "' " + what)
                .withHelp("make it again with 'latebind compile'"));
    }
}
