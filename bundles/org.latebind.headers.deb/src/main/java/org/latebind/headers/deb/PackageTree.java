package org.latebind.headers.deb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.KernelIdentity.PackageVersion;
import org.latebind.headers.api.TreePath;

/** Files of packages, in memory, where the packages would install them. */
final class PackageTree implements FileTree {
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, SortedSet<String>> folders = new TreeMap<>();
    private final List<PackageVersion> packages = new ArrayList<>();

    PackageTree() {
        folders.put("/", new TreeSet<>());
    }

    void addPackage(PackageVersion version) {
        packages.add(version);
    }

    void addFolder(String path) {
        if (!folders.containsKey(path)) {
            folders.put(path, new TreeSet<>());
            enter(path);
        }
    }

    void addFile(String path, byte[] content) {
        files.put(path, content);
        links.remove(path);
        enter(path);
    }

    void addLink(String path, String target) {
        links.put(path, target);
        files.remove(path);
        enter(path);
    }

    private void enter(String path) {
        var parent = TreePath.parent(path);
        addFolder(parent);
        if (!path.equals("/")) {
            folders.get(parent).add(TreePath.name(path));
        }
    }

    private Optional<String> resolve(String path) {
        return TreePath.resolve(path, step -> Optional.ofNullable(links.get(step)));
    }

    @Override
    public List<String> candidates() {
        var sources = "/usr/src";
        return list(sources).stream().map(name -> sources + "/" + name).filter(path -> !isLink(path)).toList();
    }

    @Override
    public SortedSet<String> list(String folder) {
        return resolve(folder).map(folders::get).map(Collections::unmodifiableSortedSet)
                .orElseGet(Collections::emptySortedSet);
    }

    @Override
    public boolean isFolder(String path) {
        return resolve(path).filter(folders::containsKey).isPresent();
    }

    @Override
    public boolean isFile(String path) {
        return resolve(path).filter(files::containsKey).isPresent();
    }

    @Override
    public boolean isLink(String path) {
        return links.containsKey(path);
    }

    @Override
    public Optional<byte[]> read(String path) {
        return resolve(path).map(files::get).map(byte[]::clone);
    }

    @Override
    public List<PackageVersion> packages() {
        return List.copyOf(packages);
    }
}
