package org.latebind.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.dkms.DkmsKernel;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildDescription;
import org.latebind.token.api.LexedFile;

/**
 * The machine on which a package's makefiles find themselves: the kernel's folders and the package's, and nothing else.
 *
 * <pre>
 * /usr/src/linux-headers-6.1.0-57-amd64    what was generated for the kernel; /lib/modules/RELEASE/build leads here
 * /usr/src/linux-headers-6.1.0-57-common   its sources; /lib/modules/RELEASE/source leads here
 * /usr/src/vpoll-0.1                       the package's
 * </pre>
 */
final class BuildMachine {
    /** What is known of a path. */
    enum Presence {
        FILE,
        FOLDER,
        ABSENT,
        /** No file of the two folders that is carried, and it may be there on a real machine. */
        UNKNOWN
    }

    private static final Pattern GENERATED = Pattern.compile(
            "(include|arch/[^/]+/include)/generated/.*|include/config/.*|\\.config|Module\\.symvers");

    /** A machine's root has these folders and no others (Filesystem Hierarchy Standard 3.0, chapter 3). */
    private static final Pattern IN_ROOT = Pattern.compile(
            "/(bin|boot|dev|etc|home|lib\\d*|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)(/.*)?");
    /** All headers of a kernel are known. */
    private static final Pattern HEADERS = Pattern.compile("(include|arch/[^/]+/include)/.*");

    private final String objectFolder;
    private final String sourceFolder;
    private final String packageFolder;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final NavigableSet<String> files = new TreeSet<>();
    private final Map<String, String> links;
    private final HeaderData headers;

    BuildMachine(BuildDescription.Package source, HeaderData headers) {
        this.headers = headers;
        this.objectFolder = "/usr/src/" + headers.kbuild().object();
        this.sourceFolder = "/usr/src/" + headers.kbuild().source();
        var modules = "/lib/modules/" + headers.identity().release();
        this.links = new TreeMap<>(Map.of(modules + "/build", objectFolder, modules + "/source", sourceFolder));
        this.packageFolder = "/usr/src/" + source.name();
        headers.kbuild().files().forEach((path, text) -> texts.put(inTree(path), text));
        files.add(objectFolder + "/Makefile");
        files.add(objectFolder + "/Module.symvers");
        for (var file : source.files()) {
            files.add(packageFolder + "/" + file.path());
            file.text().ifPresent(text -> texts.put(packageFolder + "/" + file.path(), text));
        }
        files.addAll(texts.keySet());
        headers.headerPaths().forEach(path -> files.add(inTree(path)));
    }

    /** Has another path lead to the package's folder. */
    void linkPackage(String path) {
        links.put(path, packageFolder);
    }

    HeaderData headers() {
        return headers;
    }

    /** Where a file of the kernel's is: in the tree of the sources, or of what was generated. */
    private String inTree(String path) {
        return (GENERATED.matcher(path).matches() ? objectFolder : sourceFolder) + "/" + path;
    }

    String objectFolder() {
        return objectFolder;
    }

    String sourceFolder() {
        return sourceFolder;
    }

    String packageFolder() {
        return packageFolder;
    }

    /** A path without {@code .}, {@code ..} and links, as seen from a folder. */
    String resolve(String folder, String path) {
        var plain = normalize(folder, path);
        for (var link : links.entrySet()) {
            if (plain.equals(link.getKey()) || plain.startsWith(link.getKey() + "/")) {
                return link.getValue() + plain.substring(link.getKey().length());
            }
        }
        return plain;
    }

    /** A path without {@code .} and {@code ..}, as seen from a folder. */
    static String normalize(String folder, String path) {
        var steps = new ArrayList<String>();
        for (var step : (path.startsWith("/") ? path : folder + "/" + path).split("/")) {
            switch (step) {
                case "", "." -> { }
                case ".." -> {
                    if (!steps.isEmpty()) {
                        steps.removeLast();
                    }
                }
                default -> steps.add(step);
            }
        }
        return "/" + String.join("/", steps);
    }

    Presence presence(String path) {
        if (files.contains(path)) {
            return Presence.FILE;
        }
        if (path.equals("/")) {
            return Presence.FOLDER;
        }
        var below = files.higher(path + "/");
        if (below != null && below.startsWith(path + "/")) {
            return Presence.FOLDER;
        }
        return isKnown(path) ? Presence.ABSENT : Presence.UNKNOWN;
    }

    /** Whether the files of a folder are all known: the package's, and the kernel's headers. */
    private boolean isKnown(String path) {
        return path.startsWith(packageFolder + "/") || path.startsWith(DkmsKernel.TREE + "/")
                || !IN_ROOT.matcher(path).matches()
                || inKernel(path).filter(inside -> HEADERS.matcher(inside).matches()).isPresent();
    }

    /** A file's text, where it is carried; that of a kernel's header without its comments. */
    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path))
                .or(() -> inKernel(path).flatMap(headers::header).map(BuildMachine::text));
    }

    private static String text(LexedFile header) {
        var text = new StringBuilder();
        int line = 1;
        int start = 0;
        for (var token : header.tokens()) {
            for (; line < token.line(); line++) {
                text.append('\n');
                start = text.length();
            }
            text.append(" ".repeat(Math.max(0, token.column() - 1 - (text.length() - start)))).append(token.text());
        }
        return text.append('\n').toString();
    }

    /** Whether all that is in a folder is known. The machine has nothing else, so its root is. */
    boolean lists(String folder) {
        return folder.equals("/") || isKnown(folder + "/x");
    }

    /** Names of what is in a folder. */
    SortedSet<String> list(String folder) {
        var names = new TreeSet<String>();
        var prefix = folder.equals("/") ? "/" : folder + "/";
        for (var path : files.tailSet(prefix)) {
            if (!path.startsWith(prefix)) {
                break;
            }
            int slash = path.indexOf('/', prefix.length());
            names.add(path.substring(prefix.length(), slash < 0 ? path.length() : slash));
        }
        return names;
    }

    /** The paths that a pattern of {@code $(wildcard)} matches, as it spells them; empty where that is not known. */
    Optional<List<String>> wildcard(String folder, String pattern) {
        if (!pattern.matches("(?s).*[*?\\[\\\\].*")) {
            return switch (presence(resolve(folder, pattern))) {
                case FILE, FOLDER -> Optional.of(List.of(pattern));
                case ABSENT -> Optional.of(List.of());
                case UNKNOWN -> Optional.empty();
            };
        }
        var found = List.of(pattern.startsWith("/") ? "/" : "");
        for (var step : steps(pattern)) {
            var next = new ArrayList<String>();
            for (var before : found) {
                if (!expand(folder, before, step, next)) {
                    return Optional.empty();
                }
            }
            found = next;
        }
        return Optional.of(found.stream().sorted().toList());
    }

    /** The steps of a path; those without patterns that follow each other are one. */
    private static List<String> steps(String pattern) {
        var steps = new ArrayList<String>();
        boolean plainBefore = false;
        for (var step : pattern.split("/")) {
            boolean plain = !step.matches("(?s).*[*?\\[\\\\].*");
            if (plain && plainBefore) {
                steps.set(steps.size() - 1, steps.getLast() + "/" + step);
            } else if (!step.isEmpty()) {
                steps.add(step);
            }
            plainBefore = plain && !step.isEmpty() || plainBefore && step.isEmpty();
        }
        return steps;
    }

    private boolean expand(String folder, String before, String step, List<String> into) {
        var prefix = before.isEmpty() || before.endsWith("/") ? before : before + "/";
        if (!step.matches("(?s).*[*?\\[\\\\].*")) {
            var presence = presence(resolve(folder, prefix + step));
            if (presence == Presence.FILE || presence == Presence.FOLDER) {
                into.add(prefix + step);
            }
            return presence != Presence.UNKNOWN;
        }
        var at = resolve(folder, before.isEmpty() ? "." : before);
        if (!isKnown(at + "/x")) {
            return false;
        }
        var glob = glob(step);
        list(at).stream().filter(name -> glob.matcher(name).matches()
                && (!name.startsWith(".") || step.startsWith("."))).forEach(name -> into.add(prefix + name));
        return true;
    }

    /** A step with {@code *}, {@code ?} and brackets (POSIX 2.13). */
    private static Pattern glob(String step) {
        var out = new StringBuilder();
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            int close = c == '[' ? step.indexOf(']', i + 2) : -1;
            switch (c) {
                case '*' -> out.append("[^/]*");
                case '?' -> out.append("[^/]");
                case '\\' -> out.append(Pattern.quote(step.substring(Math.min(++i, step.length() - 1),
                        Math.min(i + 1, step.length()))));
                default -> {
                    if (close > 0) {
                        var inside = step.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
                        out.append('[').append(inside.startsWith("!") ? "^" + inside.substring(1) : inside).append(']');
                        i = close;
                    } else {
                        out.append(Pattern.quote(String.valueOf(c)));
                    }
                }
            }
        }
        return Pattern.compile(out.toString(), Pattern.DOTALL);
    }

    /** As what a file is named in diagnostics. */
    SourceFile source(String path) {
        if (path.startsWith(packageFolder + "/")) {
            return new SourceFile(path.substring(packageFolder.length() + 1), Origin.MODULE);
        }
        return new SourceFile(inKernel(path).orElse(path), Origin.KERNEL);
    }

    /** A path below the package's folder, relative to it. */
    Optional<String> inPackage(String path) {
        return path.equals(packageFolder) ? Optional.of(".")
                : path.startsWith(packageFolder + "/") ? Optional.of(path.substring(packageFolder.length() + 1))
                : Optional.empty();
    }

    /** A path below one of the kernel's folders, relative to it. */
    Optional<String> inKernel(String path) {
        return List.of(objectFolder, sourceFolder).stream().filter(folder -> path.startsWith(folder + "/"))
                .findFirst().map(folder -> path.substring(folder.length() + 1));
    }
}
