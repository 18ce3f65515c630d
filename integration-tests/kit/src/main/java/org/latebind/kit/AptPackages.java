package org.latebind.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Debian packages by this machine's apt, unpacked into the user's cache folder, not installed. */
public final class AptPackages {
    private static final long MINUTES = 15;

    private AptPackages() {}

    /**
     * A folder of the cache.
     *
     * @param name the folder's name; where it is there already, nothing is fetched
     * @param script shell commands that fill the current folder
     * @return empty, and why is on standard error, where they fail
     */
    public static Optional<Path> folder(String name, String script) throws IOException, InterruptedException {
        var cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(c -> !c.isEmpty()).map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("latebind");
        var folder = cache.resolve(name);
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        Files.createDirectories(cache);
        // Elsewhere first: what is there under its own name is whole.
        var whole = "set -e; d=$(mktemp -d -p .); trap 'rm -rf \"$d\"' EXIT; (cd \"$d\"; " + script + "); "
                + "mv -T \"$d\" " + name + " || test -d " + name;
        var process = new ProcessBuilder("sh", "-c", whole).directory(cache.toFile()).inheritIO().start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return Optional.of(folder);
    }
}
