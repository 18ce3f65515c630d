package org.latebind.kmod;

import java.util.List;
import org.latebind.headers.api.SectionRule;

/** Where the target's {@code module.lds} puts an input section. */
final class LinkerScript {
    /** Statement number of sections that no rule names; they stand after those that one does. */
    static final int ORPHAN = Integer.MAX_VALUE;

    private final List<SectionRule> rules;

    /**
     * An input section's place.
     *
     * @param output name of the output section, or {@link SectionRule#DISCARD}
     * @param statement index in the rule, or {@link #ORPHAN}
     * @param sorted whether the input sections of this statement are sorted by name
     */
    record Place(String output, int statement, boolean sorted) {
        boolean isDiscard() {
            return output.equals(SectionRule.DISCARD);
        }
    }

    LinkerScript(List<SectionRule> rules) {
        this.rules = List.copyOf(rules);
    }

    List<SectionRule> rules() {
        return rules;
    }

    /**
     * The first statement that matches wins, as in ld. A section that the script makes of nothing, for
     * the module loader to fill, stays by itself though a pattern may match its name.
     */
    Place place(String section) {
        if (rules.stream().anyMatch(rule -> rule.name().equals(section) && rule.statements().isEmpty())) {
            return new Place(section, ORPHAN, false);
        }
        for (SectionRule rule : rules) {
            for (int i = 0; i < rule.statements().size(); i++) {
                if (rule.statements().get(i) instanceof SectionRule.Input input
                        && Glob.matches(input.pattern(), section)) {
                    return new Place(rule.name(), i, input.sorted());
                }
            }
        }
        return new Place(section, ORPHAN, false);
    }

    /** For a second pass: what the first has put in place is not marked again. */
    LinkerScript withoutSymbols() {
        return new LinkerScript(
                rules.stream()
                        .map(
                                rule ->
                                        new SectionRule(
                                                rule.name(),
                                                rule.alignment(),
                                                rule.statements().stream()
                                                        .filter(s -> !(s instanceof SectionRule.Symbol))
                                                        .toList()))
                        .toList());
    }

    boolean hasOutput(String name) {
        return rules.stream().anyMatch(rule -> rule.name().equals(name));
    }
}
