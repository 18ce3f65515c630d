package org.latebind.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * Reads a binary package (deb(5)): an {@code ar} archive of {@code debian-binary}, {@code control.tar} and {@code
 * data.tar}, the latter two compressed. It may be hostile: what is wrong ends in a {@link DiagnosticException}
 * (LB5030 to LB5034), in time and memory that the given bounds limit.
 */
public final class DebFile {
    private static final byte[] MAGIC = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_CONTROL = 1 << 20;
    private static final int MAX_FILE = 512 << 20;

    private final String name;
    private final DebBounds bounds;
    private final DebVisitor visitor;

    /** What a package says of itself. */
    public record Control(String packageName, String version) {}

    private DebFile(String name, DebBounds bounds, DebVisitor visitor) {
        this.name = name;
        this.bounds = bounds;
        this.visitor = visitor;
    }

    /** Whether a file begins as packages do. */
    public static boolean isPackage(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** @throws DiagnosticException where the package cannot be read or is not one */
    public static Control read(Path file, DebBounds bounds, DebVisitor visitor) {
        return new DebFile(file.getFileName().toString(), bounds, visitor).read(file);
    }

    /**
     * Reads a {@code .tar.xz} that is a file of a package.
     *
     * @param name of the package, for messages
     */
    public static void readTarXz(String name, byte[] archive, DebBounds bounds, DebVisitor visitor) {
        try (var in = Compression.XZ.open(new ByteArrayInputStream(archive))) {
            new TarReader(name, bounds, visitor, MAX_FILE).read(in);
        } catch (IOException | IllegalArgumentException failure) {
            throw damaged(name, failure);
        }
    }

    /**
     * A file that may be compressed, as its first bytes show.
     *
     * @param name for messages
     * @param largest bytes that it may unpack to
     */
    public static byte[] unpacked(String name, byte[] file, int largest) {
        try (var in = Compression.of(file).open(new ByteArrayInputStream(file))) {
            var unpacked = in.readNBytes(largest + 1);
            if (unpacked.length > largest) {
                throw DebBounds.tooLarge(name, "more than " + (largest >> 20) + " MiB");
            }
            return unpacked;
        } catch (IOException failure) {
            throw damaged(name, failure);
        }
    }

    private Control read(Path file) {
        Optional<Control> control = Optional.empty();
        boolean data = false;
        try (var archive = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (var member = archive.getNextEntry(); member != null; member = archive.getNextEntry()) {
                var memberName = member.getName().replaceFirst("/$", "");
                if (memberName.startsWith("control.tar")) {
                    control = Optional.of(control(decompressed(memberName, archive)));
                } else if (memberName.startsWith("data.tar")) {
                    new TarReader(name, bounds, visitor, MAX_FILE).read(decompressed(memberName, archive));
                    data = true;
                }
                if (visitor.isDone()) {
                    break;
                }
            }
        } catch (IOException | IllegalArgumentException failure) {
            // commons-compress reports some malformed headers as illegal arguments.
            throw damaged(name, failure);
        }
        if (!data) {
            throw wrong("LB5030", "is not a Debian package: it has no data.tar");
        }
        return control.orElseThrow(() -> wrong("LB5030", "is not a Debian package: it has no control.tar"));
    }

    private InputStream decompressed(String member, InputStream in) throws IOException {
        var ending = member.substring(member.indexOf(".tar") + ".tar".length());
        return Compression.ofEnding(ending)
                .orElseThrow(() -> wrong("LB5033", "is compressed as " + ending + ", which is not supported"))
                .open(in);
    }

    private Control control(InputStream in) throws IOException {
        var fields = new HashMap<String, String>();
        var reader = new TarReader(name, bounds, new DebVisitor() {
            @Override
            public boolean wants(String path) {
                return path.equals("/control");
            }

            @Override
            public void file(String path, byte[] content) {
                fields.putAll(fields(new String(content, StandardCharsets.UTF_8)));
            }
        }, MAX_CONTROL);
        reader.read(in);
        if (!fields.containsKey("Package") || !fields.containsKey("Version")) {
            throw wrong("LB5030", "is not a Debian package: its control file names neither package nor version");
        }
        return new Control(fields.get("Package"), fields.get("Version"));
    }

    private static Map<String, String> fields(String control) {
        var fields = new HashMap<String, String>();
        for (var line : control.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static DiagnosticException damaged(String name, Exception failure) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB5031", name + " cannot be unpacked: " + failure.getMessage()));
    }

    private DiagnosticException wrong(String code, String what) {
        return DiagnosticException.badInput(Diagnostic.error(code, name + " " + what));
    }
}
