package org.latebind.token.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of a header's event log: what the preprocessor made of it between two includes, and
 * all that this depended on.
 *
 * <pre>
 * #include &lt;linux/types.h&gt;
 * #ifdef CONFIG_SMP                 reads    CONFIG_SMP = 1, cpu absent, FOO absent, int absent ...
 * int cpu;                          changes  define FOO
 * #define FOO cpu                   tokens   int cpu ;
 * #endif
 * #include &lt;linux/list.h&gt;           next     list.h
 * </pre>
 *
 * In a translation unit where every name of {@link #reads} has the value it had when the run was
 * recorded, preprocessing the run again gives the same tokens and changes. What depends on
 * anything else is never recorded.
 *
 * @param from index of the run's first token in the header
 * @param to index after its last token: an include directive's {@code #}, or the end of the header
 * @param tokens how many tokens it expands to
 * @param reads names whose value from before the run was asked for, each once
 * @param changes definitions and undefinitions, in order
 * @param firstCounter the value that {@code __COUNTER__} had, if the run uses it
 * @param counters how many values of {@code __COUNTER__} it uses
 * @param counted where present, the run holds whatever value {@code __COUNTER__} has, if none of
 *     these names is a macro; they are not among {@link #reads}
 * @param next what stands at {@code to}
 */
public record HeaderFragment(
        int from,
        int to,
        int tokens,
        List<Read> reads,
        List<Change> changes,
        int firstCounter,
        int counters,
        Optional<List<CountedName>> counted,
        Next next) {

    /** A name and the macro it was, or empty where it was none. */
    public record Read(String name, Optional<MacroOrigin> value) {
        public Read {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    /** A name's new definition, or empty where it was undefined. */
    public record Change(String name, Optional<MacroOrigin> value) {
        public Change {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    /**
     * A name made of a value of {@code __COUNTER__}: {@code before}, the value at the run's begin
     * plus {@code step}, {@code after}.
     */
    public record CountedName(String before, int step, String after) {
        public CountedName {
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
        }

        public String at(int firstCounter) {
            return before + (firstCounter + step) + after;
        }
    }

    /** What follows a run. */
    public sealed interface Next {
        /** The header's end. */
        record End() implements Next {}

        /**
         * An include directive that names its file.
         *
         * @param next {@code #include_next}
         * @param once {@code #import}
         * @param end index after the directive's last token
         */
        record Include(String spelling, boolean angled, boolean next, boolean once, int end) implements Next {
            public Include {
                Objects.requireNonNull(spelling);
            }
        }

        /** An include directive whose file macros tell. */
        record Computed() implements Next {}
    }

    public HeaderFragment {
        reads = List.copyOf(reads);
        changes = List.copyOf(changes);
        counted = counted.map(List::copyOf);
        Objects.requireNonNull(next);
    }
}
