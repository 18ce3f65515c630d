package org.latebind.headers.deb;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Whether the folder could be added: nothing else stands there. */
    boolean addFolder(String path) {
        if (folders.containsKey(path)) {
            return true;
        }
        if (stands(path) || !enter(path)) {
            return false;
        }
        folders.put(path, new TreeSet<>());
        return true;
    }

    /** Whether the file could be added: nothing stands there but its like. */
    boolean addFile(String path, byte[] content) {
        if (stands(path)) {
            return files.containsKey(path) && Arrays.equals(files.get(path), content);
        }
        files.put(path, content);
        return enter(path);
    }

    /** Whether the link could be added: nothing stands there but its like. */
    boolean addLink(String path, String target) {
        if (stands(path)) {
            return target.equals(links.get(path));
        }
        links.put(path, target);
        return enter(path);
    }

    private boolean stands(String path) {
        return files.containsKey(path) || links.containsKey(path) || folders.containsKey(path);
    }

    private boolean enter(String path) {
        var parent = TreePath.parent(path);
        if (!addFolder(parent)) {
            return false;
        }
        folders.get(parent).add(TreePath.name(path));
        return true;
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
