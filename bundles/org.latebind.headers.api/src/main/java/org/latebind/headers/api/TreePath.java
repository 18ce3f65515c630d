package org.latebind.headers.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/** Paths of a {@link FileTree}: how symbolic links are followed inside it. */
public final class TreePath {
    /** Links followed before a path is taken for a loop, as Linux has it. */
    private static final int MAX_LINKS = 40;

    private TreePath() {}

    /**
     * The path without links, {@code .} and {@code ..}; {@code ..} at the root stays there, so that no
     * link leads out of the tree.
     *
     * @param path absolute or not, it begins at the root
     * @param linkTarget what a symbolic link at a resolved path says; empty where there is no link
     * @return empty where links go in circles
     */
    public static Optional<String> resolve(String path, Function<String, Optional<String>> linkTarget) {
        var done = new ArrayList<String>();
        var todo = new ArrayDeque<String>();
        push(todo, path);
        int links = 0;
        while (!todo.isEmpty()) {
            var step = todo.pop();
            if (step.isEmpty() || step.equals(".")) {
                continue;
            }
            if (step.equals("..")) {
                if (!done.isEmpty()) {
                    done.remove(done.size() - 1);
                }
                continue;
            }
            done.add(step);
            var target = linkTarget.apply(join(done));
            if (target.isEmpty()) {
                continue;
            }
            if (++links > MAX_LINKS) {
                return Optional.empty();
            }
            done.remove(done.size() - 1);
            if (target.get().startsWith("/")) {
                done.clear();
            }
            push(todo, target.get());
        }
        return Optional.of(join(done));
    }

    /** The part after the last slash. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder a path stands in; the root's is the root. */
    public static String parent(String path) {
        var slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** A name below a folder. */
    public static String child(String folder, String name) {
        return folder.equals("/") ? "/" + name : folder + "/" + name;
    }

    private static String join(Iterable<String> steps) {
        var text = new StringBuilder();
        for (var step : steps) {
            text.append('/').append(step);
        }
        return text.isEmpty() ? "/" : text.toString();
    }

    private static void push(ArrayDeque<String> todo, String path) {
        var steps = path.split("/");
        for (int i = steps.length - 1; i >= 0; i--) {
            todo.push(steps[i]);
        }
    }
}
