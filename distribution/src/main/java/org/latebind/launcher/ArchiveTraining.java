package org.latebind.launcher;

import java.io.IOException;
import java.util.jar.JarFile;

/** Loads what links will need while the archive of classes is made, which is of the classes loaded by then. */
final class ArchiveTraining {
    private ArchiveTraining() {}

    /** Whether this process makes the archive. */
    static boolean isOn() {
        return System.getenv("LATEBIND_ARCHIVE_CLASSES") != null;
    }

    static void loadAll(Home home) throws IOException {
        for (var path : home.bundles("core")) {
            try (var jar = new JarFile(path.toFile())) {
                jar.stream().map(entry -> entry.getName())
                        .filter(name -> name.startsWith("org/latebind/") && name.endsWith(".class"))
                        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                        .forEach(ArchiveTraining::load);
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, ArchiveTraining.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Without the class the archive is a little smaller, and the class is loaded when it is needed.
        }
    }
}
