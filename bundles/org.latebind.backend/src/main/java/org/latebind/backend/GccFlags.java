package org.latebind.backend;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * gcc's command line, read as gcc does: of flags that contradict each other the last one counts.
 *
 * <p>Every flag that is asked about is known; the rest can be told apart into those that mean nothing
 * to us and those that we do not understand.
 */
public final class GccFlags {
    /** Flags that add to what was given before; their values are joined by commas. */
    private static final Set<String> ADDING = Set.of("-fsanitize", "-fplugin");

    private final Map<String, Boolean> switches = new TreeMap<>();
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> unread = new LinkedHashMap<>();

    public GccFlags(List<String> flags) {
        for (var flag : flags) {
            add(flag);
        }
    }

    private void add(String flag) {
        int equals = flag.indexOf('=');
        if (equals > 0) {
            var name = flag.substring(0, equals);
            var value = flag.substring(equals + 1);
            if (ADDING.contains(name)) {
                values.merge(name, value, (before, more) -> before + "," + more);
            } else {
                values.put(name, value);
            }
            unread.put(name, flag);
        } else if (flag.startsWith("-fno-") || flag.startsWith("-mno-")) {
            var name = flag.substring(0, 2) + flag.substring(5);
            switches.put(name, false);
            values.remove(name);
            unread.put(name, flag);
        } else {
            switches.put(flag, true);
            unread.put(flag, flag);
        }
    }

    /** The switch {@code -fname} or {@code -mname}, or what it is when not given. */
    public boolean isOn(String name, boolean otherwise) {
        unread.remove(name);
        return switches.getOrDefault(name, otherwise);
    }

    /** Whether a flag without a negation is given, {@code -O2}. */
    public boolean has(String flag) {
        return isOn(flag, false);
    }

    /** What stands behind {@code name=}. */
    public Optional<String> value(String name) {
        unread.remove(name);
        return Optional.ofNullable(values.get(name));
    }

    /** Flags that nobody asked about, as they were given last: {@code -fno-stack-check}, {@code -falign-loops=1}. */
    public Collection<String> unread() {
        return List.copyOf(unread.values());
    }
}
