package org.latebind.shell;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A variable that a script leaves.
 *
 * @param elements by index; a variable that is not an array has index 0 only
 */
public record ShellVariable(boolean array, SortedMap<Integer, String> elements) {
    public ShellVariable {
        elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
    }

    static ShellVariable of(String text) {
        return new ShellVariable(false, new TreeMap<>(java.util.Map.of(0, text)));
    }

    /** {@code $name}: the element 0, or empty text. */
    public String text() {
        return elements.getOrDefault(0, "");
    }

    ShellVariable with(int index, String text) {
        var more = new TreeMap<>(elements);
        more.put(index, text);
        return new ShellVariable(array, more);
    }
}
