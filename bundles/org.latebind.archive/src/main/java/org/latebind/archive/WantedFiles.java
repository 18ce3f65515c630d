package org.latebind.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Some files of a package, in memory, by the paths where the package would install them. */
public final class WantedFiles implements DebVisitor {
    private final Predicate<String> wanted;
    private final boolean onlyFirst;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> links = new TreeMap<>();

    /** A kernel's source is 90,000 files of 1.5 GB. */
    private static DebBounds bounds() {
        return new DebBounds(4L << 30, 400_000);
    }

    private WantedFiles(Predicate<String> wanted, boolean onlyFirst) {
        this.wanted = wanted;
        this.onlyFirst = onlyFirst;
    }

    /** Regular files, and links as the files of the same package that they name. */
    public static Map<String, byte[]> of(Path deb, Predicate<String> wanted) {
        var found = new WantedFiles(wanted, false);
        DebFile.read(deb, bounds(), found);
        var targets = Set.copyOf(found.links.values());
        var named = found;
        if (!found.files.keySet().containsAll(targets)) {
            // A link may come behind what it names, which nobody wanted then.
            named = new WantedFiles(targets::contains, false);
            DebFile.read(deb, bounds(), named);
        }
        found.files.putAll(found.resolved(named.files));
        return found.files;
    }

    /** Regular files of a {@code .tar.xz} that is a file of a package of that name. */
    public static Map<String, byte[]> ofTarXz(String name, byte[] archive, Predicate<String> wanted) {
        var found = new WantedFiles(wanted, false);
        DebFile.readTarXz(name, archive, bounds(), found);
        return found.files;
    }

    /** The first file wanted; what comes after it in the package is not unpacked, which may be most. */
    public static Optional<byte[]> first(Path deb, Predicate<String> wanted) {
        var found = new WantedFiles(wanted, true);
        DebFile.read(deb, bounds(), found);
        return found.files.values().stream().findFirst();
    }

    private Map<String, byte[]> resolved(Map<String, byte[]> contents) {
        var resolved = new TreeMap<String, byte[]>();
        links.forEach((path, target) -> Optional.ofNullable(contents.get(target))
                .ifPresent(content -> resolved.put(path, content)));
        return resolved;
    }

    @Override
    public void link(String path, String target) {
        if (wanted.test(path)) {
            links.put(path, Path.of(path).resolveSibling(target).normalize().toString());
        }
    }

    @Override
    public boolean wants(String path) {
        return wanted.test(path);
    }

    @Override
    public void file(String path, byte[] content) {
        files.put(path, content);
    }

    @Override
    public boolean isDone() {
        return onlyFirst && !files.isEmpty();
    }
}
