package org.latebind.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.latebind.kit.AptPackages;

/**
 * Definitions and undefinitions that real modules have before they include a kernel header: of the sources in all
 * {@code *-dkms} packages that this machine's apt knows.
 */
final class ModuleDefinitions {
    private static final String PACKAGES = """
            apt-get download -q $(apt-cache search -n -- '-dkms$' | sed 's/ .*//' | grep -- '-dkms$' | grep -v '^dh-') >&2
            for deb in *.deb; do dpkg-deb -x "$deb" "${deb%%_*}"; done
            rm *.deb
            """;
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|\\\\\\n", Pattern.DOTALL);
    private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*<");
    private static final Pattern DIRECTIVE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*(define|undef)[ \\t]+(\\w+)(.*?)(?://.*)?$");

    /** @param text the directive on a line of its own */
    private record Definition(String name, String text) {}

    private final List<List<Definition>> byPackage;

    private ModuleDefinitions(List<List<Definition>> byPackage) {
        this.byPackage = byPackage;
    }

    /** Empty where the packages cannot be fetched. */
    static Optional<ModuleDefinitions> fetch() throws IOException, InterruptedException {
        var folder = AptPackages.folder("dkms-sources", PACKAGES);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        var byPackage = new ArrayList<List<Definition>>();
        try (Stream<Path> packages = Files.list(folder.get())) {
            for (var each : packages.sorted().toList()) {
                byPackage.add(definitions(each));
            }
        }
        return Optional.of(new ModuleDefinitions(byPackage));
    }

    /** Those of names that somebody knows; of other names they change nothing. */
    ModuleDefinitions of(Predicate<String> known) {
        return new ModuleDefinitions(byPackage.stream()
                .map(all -> all.stream().filter(each -> known.test(each.name())).toList())
                .filter(all -> !all.isEmpty()).toList());
    }

    /** How many there are. */
    int count() {
        return byPackage.stream().mapToInt(List::size).sum();
    }

    /** Of any package, however many it has. */
    String any(Random random) {
        var one = byPackage.get(random.nextInt(byPackage.size()));
        return one.get(random.nextInt(one.size())).text();
    }

    private static List<Definition> definitions(Path folder) throws IOException {
        var found = new LinkedHashSet<Definition>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().matches(".*\\.[ch]") && Files.isRegularFile(file)).sorted()
                    .forEach(file -> collect(file, found));
        }
        return List.copyOf(found);
    }

    private static void collect(Path file, Set<Definition> found) {
        try {
            var text = COMMENT.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).replaceAll(" ");
            int last = INCLUDE.matcher(text).results().mapToInt(each -> each.start()).max().orElse(0);
            DIRECTIVE.matcher(text).region(0, last).results().forEach(each -> found.add(new Definition(each.group(2),
                    "#" + each.group(1) + " " + each.group(2) + each.group(3).stripTrailing() + "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
