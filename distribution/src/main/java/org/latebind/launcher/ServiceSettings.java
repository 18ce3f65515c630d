package org.latebind.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Settings of our services among the framework's properties: {@code PID.KEY}, with the keys that bundles declare
 * (OSGi Compendium, chapter 105). Nobody is there to check them when a command starts but the launcher.
 */
final class ServiceSettings {
    private static final String OURS = "org.latebind.";
    private static final Pattern PID = Pattern.compile("<Designate pid=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("<AD id=\"([^\"]+)\"");

    private ServiceSettings() {}

    /** Refuses names that begin as ours do and that no bundle declares. */
    static void check(Path file, Set<String> names, Iterable<Path> jars) throws IOException {
        if (names.stream().noneMatch(name -> name.startsWith(OURS))) {
            return; // as almost always, and no jar is opened
        }
        var known = new TreeSet<String>();
        for (var jar : jars) {
            declared(jar, known);
        }
        for (var name : new TreeSet<>(names)) {
            if (name.startsWith(OURS) && !known.contains(name)) {
                throw new LauncherException(
                        file + ": there is no setting '" + name + "'; there are: " + String.join(", ", known));
            }
        }
    }

    private static void declared(Path path, Set<String> known) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            for (var entry : jar.stream().filter(each -> each.getName().startsWith("OSGI-INF/metatype/")).toList()) {
                var xml = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                var pid = PID.matcher(xml);
                if (pid.find()) {
                    KEY.matcher(xml).results().forEach(key -> known.add(pid.group(1) + "." + key.group(1)));
                }
            }
        }
    }
}
