package org.latebind.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The archives that the machine's own apt uses: {@code sources.list(5)}, both formats. */
public final class AptConfiguration {
    private static final String SECURITY = "-security";

    /**
     * Where suites are looked for.
     *
     * @param archives base addresses of main archives, without a trailing slash
     * @param security base addresses of archives whose suites end in {@code -security}
     */
    public record Sources(List<String> archives, List<String> security) {
        public Sources {
            archives = List.copyOf(archives);
            security = List.copyOf(security);
        }

        public boolean isEmpty() {
            return archives.isEmpty();
        }
    }

    private final Set<String> archives = new LinkedHashSet<>();
    private final Set<String> security = new LinkedHashSet<>();

    private AptConfiguration() {}

    /**
     * @param folder {@code /etc/apt}
     */
    public static Sources read(Path folder) {
        var configuration = new AptConfiguration();
        configuration.readFile(folder.resolve("sources.list"));
        var parts = folder.resolve("sources.list.d");
        if (Files.isDirectory(parts)) {
            try (Stream<Path> files = Files.list(parts)) {
                files.sorted().forEach(configuration::readFile);
            } catch (IOException e) {
                // An unreadable folder names no archive.
            }
        }
        return new Sources(List.copyOf(configuration.archives), List.copyOf(configuration.security));
    }

    /** A mirror as given by the user; the security archive stands beside it on Debian's mirrors. */
    public static Sources of(String mirror) {
        var base = trimmed(mirror);
        return new Sources(List.of(base), List.of(base + SECURITY));
    }

    private void readFile(Path file) {
        String text;
        try {
            text = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return;
        }
        if (file.toString().endsWith(".sources")) {
            readParagraphs(text);
        } else {
            text.lines().forEach(this::readLine);
        }
    }

    /** {@code deb [option=value ...] uri suite component ...}. */
    private void readLine(String line) {
        var words = line.strip().replaceFirst("^deb\\s+\\[[^]]*\\]", "deb").split("\\s+");
        if (words.length >= 4 && words[0].equals("deb")) {
            add(words[1], words[2], List.of(words).subList(3, words.length));
        }
    }

    private void readParagraphs(String text) {
        for (var paragraph : text.split("\\n\\s*\\n")) {
            var fields = new LinkedHashMap<String, String>();
            for (var line : paragraph.split("\\n")) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && !line.startsWith(" ") && colon > 0) {
                    var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                    fields.put(name, line.substring(colon + 1).strip());
                }
            }
            boolean off = fields.getOrDefault("enabled", "yes").equalsIgnoreCase("no");
            if (!off && List.of(fields.getOrDefault("types", "").split("\\s+")).contains("deb")) {
                List<String> components = List.of(fields.getOrDefault("components", "").split("\\s+"));
                for (var uri : fields.getOrDefault("uris", "").split("\\s+")) {
                    for (var suite : fields.getOrDefault("suites", "").split("\\s+")) {
                        add(uri, suite, components);
                    }
                }
            }
        }
    }

    /** Only archives of Debian's shape, with a {@code main} component, can hold its kernels. */
    private void add(String uri, String suite, List<String> components) {
        if (components.contains("main") && uri.matches("https?://.*")) {
            (suite.endsWith(SECURITY) ? security : archives).add(trimmed(uri));
        }
    }

    private static String trimmed(String uri) {
        return uri.replaceFirst("/+$", "");
    }
}
