package org.latebind.appliance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;

/** Whether a file is a bundle, read to its end. */
final class JarCheck {
    private JarCheck() {}

    /** What is wrong with it; goes on after the file's name. */
    static Optional<String> problem(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of("is a folder: a bundle is a jar");
        }
        try (var jar = new JarFile(file.toFile())) {
            var manifest = jar.getManifest();
            if (manifest == null) {
                return Optional.of("is a jar without a manifest: not a bundle");
            }
            if (manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                return Optional.of("is a jar, but not a bundle: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME);
            }
            for (var entry : jar.stream().toList()) {
                try (var in = jar.getInputStream(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return Optional.empty();
        } catch (ZipException e) {
            return Optional.of("is not a jar, or was not copied to its end: " + e.getMessage());
        } catch (IOException | SecurityException e) {
            return Optional.of("cannot be read: " + e.getMessage());
        }
    }
}
