package org.latebind.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Expands a field that is a pattern to the paths that it matches: POSIX XCU 2.13.3. */
final class PathPattern {
    private final World world;
    private final String folder;

    PathPattern(World world, String folder) {
        this.world = world;
        this.folder = folder;
    }

    /** The sorted paths; the field itself where it is not a pattern, or none matches. */
    List<String> expand(Expander.Field field) {
        var text = field.text.toString();
        if (!Glob.isPattern(text, field.quoted::get)) {
            return List.of(text);
        }
        var found = new TreeSet<String>();
        match("", text, field, 0, found);
        return found.isEmpty() ? List.of(text) : List.copyOf(found);
    }

    private void match(String before, String text, Expander.Field field, int at, TreeSet<String> found) {
        int slash = text.indexOf('/', at);
        int end = slash < 0 ? text.length() : slash;
        int from = at;
        if (!Glob.isPattern(text.substring(at, end), i -> field.quoted.get(from + i))) {
            var path = before + text.substring(at, end);
            if (slash >= 0) {
                match(path + "/", text, field, slash + 1, found);
            } else if (path.endsWith("/") || world.kind(World.resolve(folder, path)).exists()) {
                found.add(path);
            }
            return;
        }
        var part = new Expander.Field();
        for (int i = at; i < end; i++) {
            part.add(text.substring(i, i + 1), field.quoted.get(i));
        }
        var matcher = new Bounded(part.regex(world), world);
        for (var name : names(before)) {
            if (name.startsWith(".") && part.text.charAt(0) != '.' || !matcher.matches(name)) {
                continue;
            }
            if (slash < 0) {
                found.add(before + name);
            } else if (world.kind(World.resolve(folder, before + name)) == FileKind.FOLDER) {
                match(before + name + "/", text, field, slash + 1, found);
            }
        }
    }

    private List<String> names(String before) {
        var path = World.resolve(folder, before.isEmpty() ? "." : before);
        return world.kind(path) == FileKind.FOLDER ? new ArrayList<>(world.list(path)) : List.of();
    }
}
