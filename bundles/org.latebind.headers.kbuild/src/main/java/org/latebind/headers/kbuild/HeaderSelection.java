package org.latebind.headers.kbuild;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.headers.api.Skipped;
import org.latebind.headers.api.TreePath;

/** Which files of a build tree are headers that a module may include, and why the others are not. */
final class HeaderSelection {
    private static final int EXAMPLES = 3;
    private static final int MAX_DEPTH = 40;
    /** Of all paths together. A kernel has half a million; folders that links enter again and again have no end. */
    private static final int MAX_CHARACTERS = 8_000_000;

    private static final Pattern UPWARDS = Pattern.compile("(?m)^[ \t]*#[ \t]*include[ \t]*\"(\\.\\./[^\"\\n]+)\"");

    private final BuildTree tree;
    private final SortedMap<String, Supplier<byte[]>> headers = new TreeMap<>();
    private final Map<String, List<String>> leftOut = new LinkedHashMap<>();
    private long characters;

    private HeaderSelection(BuildTree tree) {
        this.tree = tree;
    }

    /** Headers below {@code include} and {@code arch/ARCH/include} of both trees, and those that they name by a path elsewhere. */
    static HeaderSelection of(BuildTree tree) {
        var selection = new HeaderSelection(tree);
        for (var folder : List.of("include", "arch/" + tree.kernelArchitecture() + "/include")) {
            selection.walk(tree.source(), folder, 0);
            if (!tree.object().equals(tree.source())) {
                selection.walk(tree.object(), folder, 0);
            }
        }
        selection.followPaths();
        selection.countOtherArchitectures();
        return selection;
    }

    SortedMap<String, Supplier<byte[]>> headers() {
        return headers;
    }

    List<Skipped> skipped() {
        return leftOut.entrySet().stream()
                .map(entry -> new Skipped(entry.getKey(), entry.getValue().size(),
                        entry.getValue().stream().limit(EXAMPLES).toList()))
                .toList();
    }

    private void walk(String root, String folder, int depth) {
        if (depth > MAX_DEPTH) {
            leaveOut("folders too deep", folder);
            return;
        }
        for (var name : tree.files().list(TreePath.child(root, folder))) {
            var path = folder + "/" + name;
            count(path);
            var full = TreePath.child(root, path);
            if (tree.files().isFolder(full)) {
                if (path.equals("include/config")) {
                    leaveOut("kbuild's markers for configuration symbols", path);
                } else {
                    walk(root, path, depth + 1);
                }
            } else if (!name.endsWith(".h")) {
                leaveOut("not a C header (no .h)", path);
            } else if (!tree.files().isFile(full)) {
                leaveOut("a link to a file that is not here", path);
            } else if (headers.containsKey(path)) {
                leaveOut("hidden by the source tree's header of the same path", path);
            } else {
                headers.put(path, () -> tree.files().read(full).orElseThrow());
            }
        }
    }

    /** {@code linux/peci-cpu.h} of any architecture includes {@code "../../arch/x86/include/asm/intel-family.h"}. */
    private void followPaths() {
        var todo = new ArrayDeque<>(headers.keySet());
        while (!todo.isEmpty()) {
            var header = todo.pop();
            var text = new String(headers.get(header).get(), StandardCharsets.ISO_8859_1);
            var include = UPWARDS.matcher(text);
            while (include.find()) {
                var path = TreePath.child(TreePath.parent(header), include.group(1));
                TreePath.resolve(path, step -> Optional.empty())
                        .map(target -> target.substring(1))
                        .filter(target -> !headers.containsKey(target))
                        .ifPresent(target -> {
                            var full = TreePath.child(tree.source(), target);
                            if (tree.files().isFile(full)) {
                                headers.put(target, () -> tree.files().read(full).orElseThrow());
                                todo.add(target);
                            }
                        });
            }
        }
    }

    private void countOtherArchitectures() {
        var arch = TreePath.child(tree.source(), "arch");
        for (var name : tree.files().list(arch)) {
            if (!name.equals(tree.kernelArchitecture()) && tree.files().isFolder(arch + "/" + name)) {
                countHeaders(arch + "/" + name, "arch/" + name, 0);
            }
        }
    }

    private void countHeaders(String full, String path, int depth) {
        for (var name : tree.files().list(full)) {
            count(path + "/" + name);
            if (headers.containsKey(path + "/" + name)) {
                continue;
            }
            if (name.endsWith(".h")) {
                leaveOut("headers of other architectures", path + "/" + name);
            } else if (depth < MAX_DEPTH && tree.files().isFolder(full + "/" + name)) {
                countHeaders(full + "/" + name, path + "/" + name, depth + 1);
            }
        }
    }

    private void count(String path) {
        characters += path.length();
        if (characters > MAX_CHARACTERS) {
            throw DiagnosticException.badInput(Diagnostic.error("LB1004", path + " is one header too many for a kernel")
                    .withHelp("look for links to folders that lead into each other"));
        }
    }

    private void leaveOut(String reason, String path) {
        leftOut.computeIfAbsent(reason, key -> new ArrayList<>()).add(path);
    }
}
