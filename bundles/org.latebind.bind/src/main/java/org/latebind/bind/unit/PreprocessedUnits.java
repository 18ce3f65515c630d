package org.latebind.bind.unit;

import java.util.List;

/**
 * What a link's preprocessor makes of a module's units for one kernel.
 *
 * @param units in the order of the deferred module
 * @param reused tokens of headers that came from event logs
 * @param processed tokens of headers that were made from the stored ones
 */
public record PreprocessedUnits(List<Unit> units, long reused, long processed) {
    /**
     * @param name of the object that is made of it
     * @param text the expanded tokens as C; where the preprocessor gives up, those before that
     * @param refused whether it reported an error
     */
    public record Unit(String name, String text, boolean refused) {}

    public PreprocessedUnits {
        units = List.copyOf(units);
    }
}
