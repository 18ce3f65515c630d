package org.latebind.demo.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/** The files inside a binary package: {@code deb(5)}. */
public final class DebFile {
    /** No file that is wanted out of a package is larger: kernels are some 15 MB. */
    private static final long LARGEST = 256L << 20;

    private DebFile() {}

    /**
     * Hands out regular files, and links as the files they name.
     *
     * @param wanted by path without a leading {@code ./}
     */
    public static void read(Path deb, Predicate<String> wanted, BiConsumer<String, byte[]> to) {
        read(deb, wanted, to, false);
    }

    /** The first file wanted; what comes after it in the package is not unpacked, which may be most. */
    public static Optional<byte[]> first(Path deb, Predicate<String> wanted) {
        Map<String, byte[]> found = new HashMap<>();
        read(deb, wanted, found::put, true);
        return found.values().stream().findFirst();
    }

    /**
     * Hands out regular files of an archive that lies in a package: a {@code .tar.xz}.
     *
     * @param deb the package's name, for messages
     */
    public static void readArchive(String deb, byte[] archive, Predicate<String> wanted, BiConsumer<String, byte[]> to) {
        try (TarArchiveInputStream files =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            readData(files, wanted, to, false);
        } catch (IOException e) {
            throw unreadable(deb, e);
        }
    }

    /**
     * A file that may be compressed, as its first bytes tell.
     *
     * @param name for messages
     */
    public static byte[] unpacked(String name, byte[] contents) {
        BufferedInputStream start = new BufferedInputStream(new ByteArrayInputStream(contents));
        try (InputStream in = CompressorStreamFactory.getSingleton().createCompressorInputStream(start)) {
            return in.readNBytes((int) LARGEST);
        } catch (CompressorException notCompressed) {
            return contents;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static DiagnosticException unreadable(String deb, IOException problem) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB9806", "'" + deb + "' cannot be read as a Debian package: " + problem.getMessage())
                        .withHelp("remove it from the cache and try again"));
    }

    private static void read(Path deb, Predicate<String> wanted, BiConsumer<String, byte[]> to, boolean onlyFirst) {
        try (ArArchiveInputStream members = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(deb)))) {
            for (ArArchiveEntry member = members.getNextEntry(); member != null; member = members.getNextEntry()) {
                if (member.getName().startsWith("data.tar")) {
                    readData(new TarArchiveInputStream(uncompressed(member.getName(), members)), wanted, to, onlyFirst);
                    return;
                }
            }
            throw new IOException("it has no data.tar");
        } catch (IOException e) {
            throw unreadable(deb.getFileName().toString(), e);
        }
    }

    private static InputStream uncompressed(String name, InputStream in) throws IOException {
        return switch (name.substring("data.tar".length())) {
            case "" -> in;
            case ".gz" -> new GzipCompressorInputStream(in);
            case ".xz" -> new XZCompressorInputStream(in);
            case ".zst" -> new ZstdCompressorInputStream(in);
            default -> throw new IOException("unknown compression " + name);
        };
    }

    /** Libraries are links to files of the same package; a link handed out is the file it names. */
    private static String target(String link, String name) {
        Path folder = Path.of("/" + link).getParent();
        return folder.resolve(name).normalize().toString().substring(1);
    }

    private static void readData(
            TarArchiveInputStream files, Predicate<String> wanted, BiConsumer<String, byte[]> to, boolean onlyFirst)
            throws IOException {
        Map<String, String> links = new LinkedHashMap<>();
        Map<String, byte[]> besideLinks = new HashMap<>();
        for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
            String path = file.getName().replaceFirst("^\\./", "");
            if (file.isSymbolicLink() && wanted.test(path)) {
                links.put(path, target(path, file.getLinkName()));
            }
            boolean library = path.contains(".so");
            if (file.isFile() && (library || wanted.test(path))) {
                if (file.getSize() > LARGEST) {
                    throw new IOException(path + " is too large");
                }
                byte[] contents = files.readAllBytes();
                besideLinks.put(path, contents);
                if (wanted.test(path)) {
                    to.accept(path, contents);
                    if (onlyFirst) {
                        return;
                    }
                }
            }
        }
        links.forEach((path, target) -> Optional.ofNullable(besideLinks.get(target)).ifPresent(found -> to.accept(path, found)));
    }
}
