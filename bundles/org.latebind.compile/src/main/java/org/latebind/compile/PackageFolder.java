package org.latebind.compile;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.ir.api.BuildDescription;
import org.latebind.token.api.SourceText;

/**
 * A package's folder: which files it has, and the text of those that an evaluation of its makefiles may read.
 *
 * <p>That are makefiles by their name, and whatever has a name that one of these texts mentions: files that are
 * included, headers in which a version is looked for, scripts.
 */
final class PackageFolder {
    private static final int MOST_FILES = 20_000;
    private static final int DEEPEST = 32;
    private static final long LARGEST_TEXT = 1 << 20;
    private static final Pattern MAKEFILE = Pattern.compile(
            "(?i)(GNU)?makefile.*|kbuild.*|.*\\.(mk|mak|make)|dkms\\.conf.*|.*\\.(conf|config|cfg|inc|version|ver)|version.*");
    /** What has not been part of a package before it was built here. */
    private static final Set<String> FOREIGN = Set.of(".git", ".svn", ".hg");
    private static final Pattern MACRO = Pattern.compile("-D\\s*([A-Za-z_]\\w*)");

    private final Path root;
    private final SortedSet<String> paths = new TreeSet<>();
    private final SortedMap<String, String> texts = new TreeMap<>();

    private PackageFolder(Path root) {
        this.root = root;
    }

    static PackageFolder read(Path root) {
        var folder = new PackageFolder(root);
        folder.list();
        folder.readTexts();
        return folder;
    }

    BuildDescription.Package description(String name) {
        return new BuildDescription.Package(name, ".", paths.stream()
                .map(path -> new BuildDescription.File(path, Optional.ofNullable(texts.get(path)))).toList());
    }

    SortedSet<String> paths() {
        return paths;
    }

    /** C files, each of which may be a unit. */
    List<String> units() {
        return paths.stream().filter(path -> path.endsWith(".c") && !path.endsWith(".mod.c")).toList();
    }

    /** Names of macros that a makefile may define. */
    SortedSet<String> macros() {
        var names = new TreeSet<String>();
        for (var text : texts.values()) {
            var matcher = MACRO.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private void list() {
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return FOREIGN.contains(String.valueOf(folder.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        add(root.relativize(file).toString().replace('\\', '/'));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE; // A link that leads nowhere or around: no makefile can read it.
                }
            });
        } catch (IOException e) {
            throw unreadable(root.getFileName() + "", e);
        }
    }

    private void add(String path) {
        paths.add(path);
        if (paths.size() > MOST_FILES) {
            throw DiagnosticException.badInput(Diagnostic.error(
                            "LB1209", "more than " + MOST_FILES + " files below the module's folder")
                    .withHelp("compile in a folder that holds the module alone"));
        }
    }

    private static DiagnosticException unreadable(String path, IOException failure) {
        return DiagnosticException.badInput(Diagnostic.error(
                "LB1001", "cannot read '" + path + "': " + failure.getMessage()));
    }

    private void readTexts() {
        var byName = new TreeMap<String, List<String>>();
        paths.forEach(path -> byName.computeIfAbsent(name(path), name -> new ArrayList<>()).add(path));
        var pending = new ArrayDeque<String>();
        byName.forEach((name, named) -> {
            if (MAKEFILE.matcher(name).matches()) {
                pending.addAll(named);
            }
        });
        var seen = new HashSet<>(pending);
        while (!pending.isEmpty()) {
            var path = pending.poll();
            text(path).ifPresent(text -> {
                texts.put(path, text);
                byName.forEach((name, named) -> {
                    if (text.contains(name)) {
                        named.stream().filter(seen::add).forEach(pending::add);
                    }
                });
            });
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A file's text; empty where it is too large to be one that makefiles read, or none. */
    private Optional<String> text(String path) {
        try {
            var file = root.resolve(path);
            if (Files.size(file) > LARGEST_TEXT) {
                return Optional.empty();
            }
            var text = SourceText.decode(Files.readAllBytes(file));
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }
}
