package org.latebind.make;

import java.util.List;
import java.util.Objects;

/**
 * A target whose recipe is run (GNU make manual, 10.5.3).
 *
 * @param name {@code $@}
 * @param stem {@code $*}: what {@code %} of a pattern rule stands for, empty where no pattern was used
 * @param prerequisites {@code $^}, in order; the first one is {@code $<}
 */
public record Target(String name, String stem, List<String> prerequisites) {
    public Target {
        Objects.requireNonNull(name);
        Objects.requireNonNull(stem);
        prerequisites = List.copyOf(prerequisites);
    }
}
