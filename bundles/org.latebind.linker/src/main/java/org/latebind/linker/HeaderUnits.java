package org.latebind.linker;

import java.util.List;

/**
 * All declarations of a kernel's headers, in units of headers that can live together.
 *
 * @param units the first has most of them
 */
public record HeaderUnits(List<UnitScope> units) {
    public HeaderUnits {
        units = List.copyOf(units);
    }
}
