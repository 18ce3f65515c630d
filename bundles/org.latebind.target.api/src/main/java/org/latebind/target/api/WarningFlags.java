package org.latebind.target.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which of gcc's warnings a build asks for, and which of them are errors.
 *
 * @param levels by the name behind {@code -W}; a warning that is not listed is the compiler's to give or not
 */
public record WarningFlags(SortedMap<String, Level> levels) {
    /** What a warning's name stands for. */
    public enum Level { OFF, WARNING, ERROR }

    /** The members of gcc's groups that a front end decides. */
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "all", Set.of("return-type", "unused-variable", "unused-function", "unused-label", "unused-value"),
            "unused", Set.of("unused-variable", "unused-function", "unused-label", "unused-value"));

    /** What gcc asks for when told nothing, and takes for a warning, by version. */
    private static final Set<String> BY_DEFAULT = Set.of("designated-init");

    /** Nothing is asked for. */
    public static final WarningFlags NONE = new WarningFlags(new TreeMap<>());

    /** What every kernel from 5.10 on asks for. */
    public static final WarningFlags EVERY_KERNELS = of(List.of("-Wall", "-Wvla", "-Werror=strict-prototypes",
            "-Werror=implicit-function-declaration", "-Werror=implicit-int", "-Werror=return-type",
            "-Werror=date-time", "-Werror=incompatible-pointer-types", "-Werror=designated-init"));

    public WarningFlags {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }

    /** Reads a command line: of what contradicts each other the last counts, and a name of its own before a group's. */
    public static WarningFlags of(List<String> flags) {
        var own = new TreeMap<String, Boolean>();
        var ofGroups = new TreeMap<String, Boolean>();
        var errors = new TreeMap<String, Boolean>();
        BY_DEFAULT.forEach(name -> ofGroups.put(name, true));
        boolean allErrors = false;
        for (var flag : flags) {
            if (flag.equals("-Werror") || flag.equals("-Wno-error")) {
                allErrors = flag.equals("-Werror");
            } else if (flag.startsWith("-Werror=")) {
                errors.put(flag.substring(8), true);
                own.put(flag.substring(8), true);
            } else if (flag.startsWith("-Wno-error=")) {
                errors.put(flag.substring(11), false);
            } else if (flag.startsWith("-W") && !flag.matches("-W[alp],.*")) {
                boolean on = !flag.startsWith("-Wno-");
                var name = flag.substring(on ? 2 : 5);
                if (GROUPS.containsKey(name)) {
                    GROUPS.get(name).forEach(member -> ofGroups.put(member, on));
                } else {
                    own.put(name, on);
                }
            }
        }
        var asked = new TreeMap<>(ofGroups);
        asked.putAll(own);
        var levels = new TreeMap<String, Level>();
        for (var each : asked.entrySet()) {
            boolean error = errors.getOrDefault(nameOf(each.getKey()), allErrors);
            levels.put(each.getKey(), !each.getValue() ? Level.OFF : error ? Level.ERROR : Level.WARNING);
        }
        return new WarningFlags(levels);
    }

    /** {@code frame-larger-than=2048} is made an error by {@code -Werror=frame-larger-than}. */
    private static String nameOf(String name) {
        int equals = name.indexOf('=');
        return equals < 0 ? name : name.substring(0, equals);
    }

    /** Whether a warning is asked for, as an error or not. */
    public boolean isAsked(String name) {
        return levels.getOrDefault(name, Level.OFF) != Level.OFF;
    }

    public boolean isError(String name) {
        return levels.getOrDefault(name, Level.OFF) == Level.ERROR;
    }

    /** The level of {@code name=value}, and the value, where that is given. */
    public Optional<Long> number(String name) {
        return levels.entrySet().stream()
                .filter(each -> each.getKey().startsWith(name + "=") && each.getValue() != Level.OFF)
                .map(each -> each.getKey().substring(name.length() + 1))
                .filter(value -> value.matches("[0-9]{1,18}")).map(Long::parseLong).findFirst();
    }

    @Override
    public String toString() {
        return levels.entrySet().stream().map(each -> each.getKey() + ":" + each.getValue()).collect(Collectors.joining(" "));
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when the text is not that of such flags
     */
    public static WarningFlags parse(String text) {
        var levels = new TreeMap<String, Level>();
        Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).forEach(word -> {
            int colon = word.lastIndexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("not a warning's level: '" + word + "'");
            }
            levels.put(word.substring(0, colon), Level.valueOf(word.substring(colon + 1)));
        });
        return new WarningFlags(levels);
    }
}
