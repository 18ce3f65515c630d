package org.latebind.bind.universe;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the layouts that a kernel's headers give compare with its BTF.
 *
 * @param compared by kind ({@code struct}, {@code union}, {@code enum}, {@code typedef}): how many names
 *     both have and were found equal to one BTF type
 * @param known by kind: how many names BTF has
 * @param definitions that were found equal: headers may define a name more than once
 * @param members members and enumerators compared
 * @param mismatches types of which no BTF type of the name and kind is equal, with their headers and what
 *     differs first
 * @param namesakes types whose only BTF namesakes share no member's or enumerator's name with them: a
 *     private type elsewhere in the kernel
 * @param alternatives definitions of headers that no other header leads to, of names that another header
 *     defines as BTF has them: those of another architecture or configuration
 * @param declared types of which BTF has no more than the name
 * @param unusable types that the headers define and that could not be laid out
 * @param notCompared what could not be looked into, with how many there are
 */
public record LayoutReport(
        String release,
        SortedMap<String, Integer> compared,
        SortedMap<String, Integer> known,
        long definitions,
        long members,
        List<String> mismatches,
        List<String> namesakes,
        List<String> alternatives,
        List<String> declared,
        List<String> unusable,
        SortedMap<String, Integer> notCompared) {
    public LayoutReport {
        compared = Collections.unmodifiableSortedMap(new TreeMap<>(compared));
        known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
        notCompared = Collections.unmodifiableSortedMap(new TreeMap<>(notCompared));
        mismatches = List.copyOf(mismatches);
        namesakes = List.copyOf(namesakes);
        alternatives = List.copyOf(alternatives);
        declared = List.copyOf(declared);
        unusable = List.copyOf(unusable);
    }
}
