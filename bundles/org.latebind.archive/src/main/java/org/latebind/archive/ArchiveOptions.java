package org.latebind.archive;

import java.nio.file.Path;
import java.util.Optional;
import org.latebind.command.api.CommandIo;
import picocli.CommandLine.Option;

/** Options of commands that fetch packages: which Debian archive is asked, and where its files are kept. */
public final class ArchiveOptions {
    private static final String DEFAULT_MIRROR = "http://deb.debian.org/debian";

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Fetch from this Debian archive; by default the one that apt uses.")
    private Optional<String> mirror = Optional.empty();

    @Option(names = "--cache", paramLabel = "DIR", description = "Keep downloads in DIR.")
    private Optional<Path> cache = Optional.empty();

    /** The folder of downloads. */
    public Path cache(CommandIo io) {
        return CacheFolder.of(cache.map(io.folder()::resolve), System.getenv());
    }

    public DebianArchive archive(CommandIo io, ProgressLine progress) {
        return new DebianArchive(sources(), cache(io), new Download(progress::bytes), progress::line);
    }

    private AptConfiguration.Sources sources() {
        if (mirror.isPresent()) {
            return AptConfiguration.of(mirror.get());
        }
        var own = AptConfiguration.read(Path.of("/etc/apt"));
        return own.isEmpty() ? AptConfiguration.of(DEFAULT_MIRROR) : own;
    }
}
