package org.latebind.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The packages of some suites, newest version of each name first. */
public final class PackageIndex {
    private static final Pattern ALTERNATIVE = Pattern.compile("\\s*\\|.*");
    private static final Pattern RESTRICTION = Pattern.compile("\\s*[(\\[].*");

    /**
     * One package.
     *
     * @param base address of its archive
     * @param path below that
     * @param depends names, first alternatives only, without versions
     */
    public record Package(
            String name, String version, String base, String path, String sha256, long size, List<String> depends) {
        public Package {
            depends = List.copyOf(depends);
        }

        public String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final Map<String, Package> newest = new HashMap<>();

    /** Adds what a {@code Packages} file lists, as far as it is wanted. */
    void read(InputStream packages, String base, Predicate<String> wanted) throws IOException {
        var fields = new HashMap<String, String>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(packages, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (line.isEmpty()) {
                    add(fields, base, wanted);
                    fields.clear();
                } else if (colon > 0 && line.charAt(0) != ' ') {
                    fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
        }
        add(fields, base, wanted);
    }

    private void add(Map<String, String> fields, String base, Predicate<String> wanted) {
        var name = fields.getOrDefault("Package", "");
        boolean complete = fields.keySet().containsAll(List.of("Version", "Filename", "SHA256", "Size"));
        if (!complete || !wanted.test(name) || fields.get("Filename").contains("..")) {
            return;
        }
        var found =
                new Package(
                        name,
                        fields.get("Version"),
                        base,
                        fields.get("Filename"),
                        fields.get("SHA256"),
                        Long.parseLong(fields.get("Size")),
                        names(fields.getOrDefault("Pre-Depends", "") + "," + fields.getOrDefault("Depends", "")));
        newest.merge(name, found, (a, b) -> DebianVersion.compare(a.version, b.version) >= 0 ? a : b);
    }

    private static List<String> names(String depends) {
        var result = new ArrayList<String>();
        for (var one : depends.split(",")) {
            var name = RESTRICTION.matcher(ALTERNATIVE.matcher(one).replaceFirst("")).replaceFirst("").strip();
            if (!name.isEmpty()) {
                result.add(name.replaceFirst(":.*", ""));
            }
        }
        return result;
    }

    /** The newest package of that name. */
    public Optional<Package> find(String name) {
        return Optional.ofNullable(newest.get(name));
    }
}
