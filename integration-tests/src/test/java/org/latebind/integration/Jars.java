package org.latebind.integration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Bundles that tests make, or make others of. */
final class Jars {
    private Jars() {}

    /** A bundle as its successor: the same with a higher version. */
    static byte[] successor(Path jar, int revision) throws IOException {
        return with(jar, headers -> headers.putValue("Bundle-Version", "0.2." + revision));
    }

    /** A bundle with other headers. */
    static byte[] with(Path jar, Consumer<Attributes> change) throws IOException {
        try (var from = new JarFile(jar.toFile())) {
            var manifest = new Manifest(from.getManifest());
            change.accept(manifest.getMainAttributes());
            var bytes = new ByteArrayOutputStream();
            try (var to = new JarOutputStream(bytes, manifest)) {
                for (var entry : from.stream().filter(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME)).toList()) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
            return bytes.toByteArray();
        }
    }

    /** A bundle of classes of this test module. */
    static byte[] of(List<String> headers, Class<?>... classes) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        for (var header : headers) {
            int colon = header.indexOf(": ");
            manifest.getMainAttributes().putValue(header.substring(0, colon), header.substring(colon + 2));
        }
        var bytes = new ByteArrayOutputStream();
        try (var to = new JarOutputStream(bytes, manifest)) {
            for (var type : classes) {
                var path = type.getName().replace('.', '/') + ".class";
                to.putNextEntry(new ZipEntry(path));
                try (InputStream in = type.getResourceAsStream("/" + path)) {
                    in.transferTo(to);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Puts a jar into a folder that is watched: written beside it, then moved. */
    static void drop(byte[] jar, Path file) throws IOException {
        var part = Files.write(file.resolveSibling(file.getFileName() + ".part"), jar);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
