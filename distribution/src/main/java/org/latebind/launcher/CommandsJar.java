package org.latebind.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * Makes {@code lib/latebind-commands.jar} when the distribution is assembled: nothing but a manifest
 * whose class path names the launcher, the framework and every bundle that commands use.
 */
public final class CommandsJar {
    private CommandsJar() {}

    /** @param words the distribution's folder */
    public static void main(String[] words) throws IOException {
        var home = new Home(Path.of(words[0]));
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, CommandMain.class.getName());
        attributes.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        attributes.put(Attributes.Name.CLASS_PATH, "latebind-launcher.jar org.apache.felix.framework.jar "
                + home.bundles("core").stream()
                        .map(jar -> "../bundles/core/" + jar.getFileName())
                        .collect(Collectors.joining(" ")));
        try (var out = new JarOutputStream(Files.newOutputStream(home.path().resolve("lib/latebind-commands.jar")))) {
            var entry = new ZipEntry("META-INF/MANIFEST.MF");
            // The jar is the same whenever it is made.
            entry.setTime(0);
            out.putNextEntry(entry);
            manifest.write(out);
            out.closeEntry();
        }
    }
}
