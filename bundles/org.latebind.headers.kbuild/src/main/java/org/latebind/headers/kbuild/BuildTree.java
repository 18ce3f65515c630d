package org.latebind.headers.kbuild;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.FileTree;
import org.latebind.headers.api.TreePath;

/**
 * Where the two halves of a kernel build tree are: the object tree with what was generated for one
 * kernel, and the source tree with what all flavors share. They may be one folder.
 *
 * @param object folder with {@code include/config}, {@code include/generated}, {@code Module.symvers}
 * @param source folder with the top Makefile and {@code include/linux}
 * @param kernelArchitecture the folder under {@code arch/} that has generated headers
 */
record BuildTree(FileTree files, String object, String source, String kernelArchitecture) {
    private static final String KBUILD = "linux-kbuild-";
    private static final Pattern INCLUDED_SOURCE = Pattern.compile("(?m)^include\\s+(/\\S+)/Makefile\\s*$");

    /**
     * Finds the build tree among the candidates.
     *
     * @throws DiagnosticException where there is none or more than one, or a half is missing
     */
    static BuildTree locate(FileTree files) {
        var trees = files.candidates().stream().filter(folder -> isBuildTree(files, folder)).distinct().toList();
        if (trees.isEmpty()) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5001",
                            "not a kernel build tree: include/generated/autoconf.h is missing")
                    .withHelp("give the folder or package of one kernel's headers, such as linux-headers-RELEASE"));
        }
        if (trees.size() > 1) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5002",
                            "more than one kernel here: " + String.join(", ",
                                    trees.stream().map(TreePath::name).toList()))
                    .withHelp("give the folder or the packages of one of them"));
        }
        var object = trees.get(0);
        return new BuildTree(files, object, source(files, object), architecture(files, object));
    }

    private static boolean isBuildTree(FileTree files, String folder) {
        return files.isFile(TreePath.child(folder, "include/generated/autoconf.h"))
                && files.isFile(TreePath.child(folder, "Makefile"));
    }

    private static String source(FileTree files, String object) {
        var makefile = text(files, TreePath.child(object, "Makefile")).orElse("");
        var elsewhere = INCLUDED_SOURCE.matcher(makefile);
        if (!elsewhere.find()) {
            return object;
        }
        var named = elsewhere.group(1);
        var beside = TreePath.child(TreePath.parent(object), TreePath.name(named));
        for (var folder : List.of(named, beside)) {
            if (files.isFile(TreePath.child(folder, "Makefile"))) {
                return folder;
            }
        }
        throw DiagnosticException.badInput(Diagnostic.error("LB5003",
                        TreePath.name(object) + " needs the headers it shares with other flavors, "
                                + TreePath.name(named) + ", which are not here")
                .withHelp("give that folder or package too, or put it beside"));
    }

    private static String architecture(FileTree files, String object) {
        var arch = TreePath.child(object, "arch");
        var found = files.list(arch).stream()
                .filter(name -> files.isFolder(arch + "/" + name + "/include/generated"))
                .toList();
        if (found.size() != 1) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5001",
                    "not a build tree for one architecture: " + found.size() + " folders arch/*/include/generated in "
                            + TreePath.name(object)));
        }
        return found.get(0);
    }

    /** Text of a file by its path in either tree, the source tree first, as kbuild's search has it. */
    Optional<String> text(String path) {
        for (var tree : List.of(source, object)) {
            var found = text(files, TreePath.child(tree, path));
            if (found.isPresent()) {
                return found;
            }
        }
        return path.startsWith("scripts/") ? scripts(path) : Optional.empty();
    }

    private Optional<String> scripts(String path) {
        return kbuildPackage().flatMap(folder -> text(files, folder + "/" + path));
    }

    /** Names in a folder of the source tree. */
    SortedSet<String> names(String folder) {
        var names = new TreeSet<>(files.list(TreePath.child(source, folder)));
        if (folder.equals("scripts")) {
            kbuildPackage().ifPresent(kbuild -> names.addAll(files.list(kbuild + "/" + folder)));
        }
        return names;
    }

    /** Scripts of Debian's trees are a link to the kbuild package, which may be unpacked beside. */
    private Optional<String> kbuildPackage() {
        var folder = TreePath.parent(object);
        var fitting = files.list(folder).stream().filter(this::isKbuildOfThisKernel).toList();
        if (fitting.size() > 1) {
            throw DiagnosticException.badInput(Diagnostic.error("LB5002",
                            "the kernel's build scripts may be any of " + String.join(", ", fitting))
                    .withHelp("leave those of one version beside " + TreePath.name(object)));
        }
        return fitting.stream().findFirst().map(name -> TreePath.child(folder, name));
    }

    /** {@code linux-kbuild-6.1} is that of 6.1.0-50-amd64, and not of 6.12. */
    private boolean isKbuildOfThisKernel(String name) {
        if (!name.startsWith(KBUILD)) {
            return false;
        }
        var release = KbuildInterpreter.stringMacro(this, "include/generated/utsrelease.h", "UTS_RELEASE").orElse("");
        return release.matches(Pattern.quote(name.substring(KBUILD.length())) + "(\\D.*)?");
    }

    /** Text of a file of the object tree. */
    Optional<String> generated(String path) {
        return text(files, TreePath.child(object, path));
    }

    private static Optional<String> text(FileTree files, String path) {
        // Kernel text is UTF-8 but for odd bytes in comments; facts are ASCII.
        return files.read(path).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
