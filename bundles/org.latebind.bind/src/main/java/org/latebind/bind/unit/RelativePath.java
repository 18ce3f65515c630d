package org.latebind.bind.unit;

import java.util.ArrayDeque;
import java.util.Optional;

/** Joins relative paths by their text alone: nothing is looked up on this machine. */
final class RelativePath {
    private RelativePath() {}

    /** {@code folder/spelling} without {@code .} and {@code ..}; empty where it leaves the tree. */
    static Optional<String> resolve(String folder, String spelling) {
        if (spelling.startsWith("/")) {
            return Optional.empty();
        }
        var parts = new ArrayDeque<String>();
        for (var part : (folder + "/" + spelling).split("/")) {
            switch (part) {
                case "", "." -> { }
                case ".." -> {
                    if (parts.pollLast() == null) {
                        return Optional.empty();
                    }
                }
                default -> parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
