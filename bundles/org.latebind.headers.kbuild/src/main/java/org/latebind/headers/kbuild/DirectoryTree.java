package org.latebind.headers.kbuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.KernelIdentity.PackageVersion;
import org.latebind.headers.api.TreePath;

/** A folder of this machine's file system as a tree of its own: links do not lead out of it. */
final class DirectoryTree implements FileTree {
    /** No file of a build tree is larger; vmlinux with BTF alone has 6 MB. */
    private static final long MAX_FILE = 1L << 30;

    private final Path root;
    private final List<String> candidates;
    /** What stands at a path, by the path without links; each is asked of the file system once. */
    private final Map<String, Optional<BasicFileAttributes>> entries = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    DirectoryTree(Path root, List<String> candidates) {
        this.root = root;
        this.candidates = List.copyOf(candidates);
    }

    @Override
    public List<String> candidates() {
        return candidates;
    }

    private Optional<String> link(String path) {
        if (entry(path).filter(BasicFileAttributes::isSymbolicLink).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(links.computeIfAbsent(path, key -> {
            try {
                return Files.readSymbolicLink(file(key)).toString();
            } catch (IOException failure) {
                throw unreadable(key, failure);
            }
        }));
    }

    private Optional<BasicFileAttributes> entry(String path) {
        return entries.computeIfAbsent(path, key -> {
            try {
                return Optional.of(Files.readAttributes(file(key), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException notThere) {
                return Optional.empty();
            }
        });
    }

    private Path file(String path) {
        return root.resolve(path.substring(1));
    }

    private Optional<String> resolve(String path) {
        return TreePath.resolve(path, this::link);
    }

    @Override
    public SortedSet<String> list(String folder) {
        var names = new TreeSet<String>();
        if (isFolder(folder)) {
            try (var stream = Files.newDirectoryStream(file(resolve(folder).orElseThrow()))) {
                stream.forEach(entry -> names.add(entry.getFileName().toString()));
            } catch (IOException failure) {
                throw unreadable(folder, failure);
            }
        }
        return Collections.unmodifiableSortedSet(names);
    }

    @Override
    public boolean isFolder(String path) {
        return resolve(path).flatMap(this::entry).filter(BasicFileAttributes::isDirectory).isPresent();
    }

    @Override
    public boolean isFile(String path) {
        return resolve(path).flatMap(this::entry).filter(BasicFileAttributes::isRegularFile).isPresent();
    }

    @Override
    public boolean isLink(String path) {
        return link(path).isPresent();
    }

    @Override
    public Optional<byte[]> read(String path) {
        if (!isFile(path)) {
            return Optional.empty();
        }
        try {
            var file = file(resolve(path).orElseThrow());
            if (Files.size(file) > MAX_FILE) {
                throw DiagnosticException.badInput(Diagnostic.error("LB1004", path + " is too large for a header tree"));
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static DiagnosticException unreadable(String path, IOException failure) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB1003", path + " cannot be read: " + failure.getMessage()));
    }

    @Override
    public List<PackageVersion> packages() {
        return List.of();
    }
}
