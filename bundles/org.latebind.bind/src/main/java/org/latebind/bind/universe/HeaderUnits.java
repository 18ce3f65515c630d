package org.latebind.bind.universe;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.latebind.bind.unit.UnitScope;

/**
 * All declarations of a kernel's headers, in units of headers that can live together.
 *
 * @param units the first has most of them
 * @param includers of each header that another one includes: which, by path
 */
public record HeaderUnits(List<UnitScope> units, SortedMap<String, SortedSet<String>> includers) {
    public HeaderUnits {
        units = List.copyOf(units);
        includers = Collections.unmodifiableSortedMap(new TreeMap<>(includers));
    }
}
