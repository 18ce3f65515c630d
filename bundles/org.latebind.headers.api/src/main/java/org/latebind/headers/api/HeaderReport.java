package org.latebind.headers.api;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of each header of a kernel in a unit that has included {@code linux/module.h}.
 *
 * @param units how many units it takes for each header to be in one with others that it gets along with
 * @param verdicts by the header's path
 */
public record HeaderReport(String release, int units, SortedMap<String, Verdict> verdicts) {
    /** What a header is to a link. */
    public enum Kind {
        /** It preprocesses, and all its declarations parse. */
        INGESTED("ingested"),
        /**
         * It preprocesses, and is no list of declarations by itself: it wants macros of its includer (x-macros,
         * trace headers), or what others declare before. It is there for such an includer.
         */
        TEXTUAL("textual"),
        /** It refuses: an {@code #error}, an include of what is not there, a second definition. */
        REFUSED("refused");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /** @param reason what was complained about first; empty for what is ingested */
    public record Verdict(Kind kind, String reason) {}

    public HeaderReport {
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    }

    public long count(Kind kind) {
        return verdicts.values().stream().filter(verdict -> verdict.kind() == kind).count();
    }
}
