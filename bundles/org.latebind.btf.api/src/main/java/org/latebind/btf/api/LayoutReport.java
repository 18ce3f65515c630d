package org.latebind.btf.api;

import java.util.List;
import java.util.Map;

/**
 * How the layouts that a kernel's headers give compare with its BTF.
 *
 * @param compared by kind ({@code struct}, {@code union}, {@code enum}, {@code typedef}): how many names
 *     both have and were found equal to one BTF type
 * @param known by kind: how many named types BTF has
 * @param members members and enumerators compared
 * @param mismatches types of which no BTF type of the name and kind is equal, with what differs first
 * @param homonyms types whose only BTF namesakes share no member's or enumerator's name with them: a
 *     private type elsewhere in the kernel
 * @param unusable types that the headers define and that could not be laid out
 */
public record LayoutReport(
        Map<String, Integer> compared,
        Map<String, Integer> known,
        long members,
        List<String> mismatches,
        List<String> homonyms,
        List<String> unusable) {
    public LayoutReport {
        compared = Map.copyOf(compared);
        known = Map.copyOf(known);
        mismatches = List.copyOf(mismatches);
        homonyms = List.copyOf(homonyms);
        unusable = List.copyOf(unusable);
    }
}
