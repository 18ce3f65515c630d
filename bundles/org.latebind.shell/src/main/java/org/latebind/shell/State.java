package org.latebind.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a subshell has a copy of. */
final class State {
    final Map<String, ShellVariable> variables = new HashMap<>();
    /** Variables of the host's environment that the script has unset. */
    final Set<String> unset = new HashSet<>();
    /** Names that programs inherit. */
    final Set<String> exported = new HashSet<>();
    final Map<String, Node> functions = new HashMap<>();
    String folder;
    String name;
    List<String> positional = List.of();
    int status;
    boolean stopsAtErrors;
    /** {@code set -f}: patterns stay as they are. */
    boolean keepsPatterns;
    /** A kernel's configuration was read whose content is not known. */
    boolean readUnknownConfig;

    State(String folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    State copy() {
        var copy = new State(folder, name);
        copy.variables.putAll(variables);
        copy.unset.addAll(unset);
        copy.exported.addAll(exported);
        copy.functions.putAll(functions);
        copy.positional = positional;
        copy.status = status;
        copy.stopsAtErrors = stopsAtErrors;
        copy.keepsPatterns = keepsPatterns;
        copy.readUnknownConfig = readUnknownConfig;
        return copy;
    }
}
