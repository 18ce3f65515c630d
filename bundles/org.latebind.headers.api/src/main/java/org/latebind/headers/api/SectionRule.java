package org.latebind.headers.api;

import java.util.List;
import java.util.Objects;

/**
 * One output section of the kernel's module linker script ({@code module.lds}).
 *
 * @param name the output section, or {@link #DISCARD}
 * @param alignment in bytes, 0 when the script gives none
 * @param statements in the script's order
 */
public record SectionRule(String name, int alignment, List<Statement> statements) {
    /** The output section of input that is dropped. */
    public static final String DISCARD = "/DISCARD/";

    /** What stands in an output section. */
    public sealed interface Statement {}

    /**
     * Input sections by glob pattern, {@code *(.data .data.[0-9]*)} being two of these.
     *
     * @param sorted by name, as {@code SORT} has it
     */
    public record Input(String pattern, boolean sorted) implements Statement {
        public Input {
            Objects.requireNonNull(pattern);
        }
    }

    /** {@code . = ALIGN(bytes);} */
    public record Align(int bytes) implements Statement {}

    /** {@code symbol = .;} */
    public record Symbol(String symbol) implements Statement {
        public Symbol {
            Objects.requireNonNull(symbol);
        }
    }

    public SectionRule {
        Objects.requireNonNull(name);
        statements = List.copyOf(statements);
    }

    public boolean isDiscard() {
        return name.equals(DISCARD);
    }
}
