package org.latebind.headers.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Header data with foreign content under right checksums, which a fuzzer would never guess. */
public final class ForgedKhd {
    private ForgedKhd() {}

    /** Names of a file's sections, sorted. */
    public static List<String> sections(Path file) {
        try (var container = Container.open(file)) {
            return List.copyOf(new TreeSet<>(container.names()));
        }
    }

    public static byte[] content(Path file, String section) {
        try (var container = Container.open(file)) {
            return container.read(section);
        }
    }

    /** Writes the file once more, with one section's content replaced. */
    public static void write(Path from, Path to, String section, byte[] content) throws IOException {
        try (var container = Container.open(from); var out = new ContainerWriter(to)) {
            for (var name : container.names()) {
                out.section(name, name.equals(section) ? content : container.read(name));
            }
            out.finish();
        }
    }
}
