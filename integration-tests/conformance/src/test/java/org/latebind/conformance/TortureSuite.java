package org.latebind.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.latebind.kit.AptPackages;

/**
 * gcc's C torture suite, taken from Debian's package gcc-12-source by this machine's apt and kept in the
 * user's cache folder.
 */
final class TortureSuite {
    private static final String PACKAGE = "gcc-12-source";
    private static final Pattern OPTIONS =
            Pattern.compile("dg-(?:additional-)?options\\s+\"([^\"]*)\"\\s*(\\{\\s*target\\s+([^}]*(?:\\}[^}]*)*?)\\})?\\s*\\}");

    private final Path folder;

    private TortureSuite(Path folder) {
        this.folder = folder;
    }

    /** The suite; empty, and why is on standard error, where the package cannot be had. */
    static Optional<TortureSuite> fetch() throws IOException, InterruptedException {
        var script = "set -e; apt-get download -q " + PACKAGE + " >&2; "
                + "dpkg-deb --fsys-tarfile *.deb | tar -xf - --wildcards './usr/src/gcc-12/gcc-*.tar.*'; "
                + "tar -xf usr/src/gcc-12/gcc-*.tar.* --strip-components=3 --wildcards '*/gcc/testsuite/gcc.c-torture/*'; "
                + "rm -rf usr *.deb";
        return AptPackages.folder("gcc-torture", script).map(f -> new TortureSuite(f.resolve("gcc.c-torture")));
    }

    /** The programs of {@code execute} or {@code compile}, by name. */
    List<Path> programs(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
        }
    }

    /** The flags that a program asks for on this machine. */
    static List<String> flags(Path program) throws IOException {
        var flags = new ArrayList<String>();
        var matcher = OPTIONS.matcher(Files.readString(program, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            var target = Optional.ofNullable(matcher.group(3)).orElse("*-*-*");
            if (target.contains("*-*-*") && !target.matches(".*[a-z]-\\*-\\*.*") || target.contains("lp64")) {
                // Two words to gcc, one to us.
                var joined = matcher.group(1).trim().replaceAll("--param\\s+", "--param=");
                Stream.of(joined.split("\\s+")).filter(f -> !f.isEmpty()).forEach(flags::add);
            }
        }
        return flags;
    }
}
