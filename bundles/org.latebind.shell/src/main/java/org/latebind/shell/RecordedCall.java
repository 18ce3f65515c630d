package org.latebind.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.latebind.diagnostics.api.Position;

/**
 * A command that a script would run and that is only stated.
 *
 * @param words its name and arguments
 * @param folder in which it would run
 * @param exported what the script exports to it, and what is assigned before it
 */
public record RecordedCall(List<String> words, String folder, Map<String, String> exported, Position at) {
    public RecordedCall {
        words = List.copyOf(words);
        exported = java.util.Collections.unmodifiableMap(new TreeMap<>(exported));
    }
}
