package org.latebind.token.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.latebind.diagnostics.api.SourceFile;

/**
 * One stretch of a header's event log: what the preprocessor made of it between two includes, and
 * all that this depended on.
 *
 * <pre>
 * #include &lt;linux/types.h&gt;
 * #ifdef CONFIG_SMP                 reads    CONFIG_SMP = 1, cpu absent, FOO absent, int absent ...
 * int cpu;                          changes  define FOO
 * #define FOO cpu                   tokens   int cpu ;
 * #endif
 * #include &lt;linux/list.h&gt;
 * </pre>
 *
 * In a translation unit where every name of {@link #reads} has the value it had when the stretch was
 * recorded, preprocessing the stretch again gives the same tokens and changes. What depends on
 * anything else is never recorded.
 *
 * @param from index of the stretch's first token in the header
 * @param to index after its last token: an include directive's {@code #}, or the end of the header
 * @param reads names whose value from before the stretch was asked for, each once
 * @param changes definitions and undefinitions, in order
 * @param tokens the expanded tokens
 * @param firstCounter the value that {@code __COUNTER__} had, if the stretch uses it
 * @param counters how many values of {@code __COUNTER__} it uses
 */
public record HeaderFragment(
        SourceFile file,
        int from,
        int to,
        List<Read> reads,
        List<Change> changes,
        List<Token> tokens,
        int firstCounter,
        int counters) {

    /** A name and the macro it was, or empty where it was none. */
    public record Read(String name, Optional<Macro> value) {
        public Read {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    /** A name's new definition, or empty where it was undefined. */
    public record Change(String name, Optional<Macro> value) {
        public Change {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    public HeaderFragment {
        Objects.requireNonNull(file);
        reads = List.copyOf(reads);
        changes = List.copyOf(changes);
        tokens = List.copyOf(tokens);
    }
}
