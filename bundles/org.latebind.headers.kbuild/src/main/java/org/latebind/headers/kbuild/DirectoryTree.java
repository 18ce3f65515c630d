package org.latebind.headers.kbuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
    private final Map<String, Optional<String>> links = new HashMap<>();

    DirectoryTree(Path root, List<String> candidates) {
        this.root = root;
        this.candidates = List.copyOf(candidates);
    }

    @Override
    public List<String> candidates() {
        return candidates;
    }

    private Optional<Path> real(String path) {
        return TreePath.resolve(path, this::link).map(resolved -> root.resolve(resolved.substring(1)));
    }

    private Optional<String> link(String path) {
        return links.computeIfAbsent(path, key -> {
            var file = root.resolve(key.substring(1));
            if (!Files.isSymbolicLink(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readSymbolicLink(file).toString());
            } catch (IOException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public SortedSet<String> list(String folder) {
        var names = new TreeSet<String>();
        var found = real(folder).filter(Files::isDirectory);
        if (found.isPresent()) {
            try (var entries = Files.newDirectoryStream(found.get())) {
                entries.forEach(entry -> names.add(entry.getFileName().toString()));
            } catch (IOException failure) {
                throw unreadable(folder, failure);
            }
        }
        return Collections.unmodifiableSortedSet(names);
    }

    @Override
    public boolean isFolder(String path) {
        return real(path).filter(file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).isPresent();
    }

    @Override
    public boolean isFile(String path) {
        return real(path).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isPresent();
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
            var file = real(path).orElseThrow();
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
