package org.latebind.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where downloads are kept: the XDG base directory specification, and a place for users without a home. */
final class CacheFolder {
    private CacheFolder() {}

    static Path of(Optional<Path> given, Map<String, String> environment) {
        if (given.isPresent()) {
            return given.get();
        }
        var xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (xdg.startsWith("/")) {
            return Path.of(xdg, "latebind");
        }
        var home = environment.getOrDefault("HOME", "");
        if (home.startsWith("/")) {
            return Path.of(home, ".cache", "latebind");
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "latebind-" + System.getProperty("user.name"));
    }
}
