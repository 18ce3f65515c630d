package org.latebind.shell;

import java.util.Objects;
import org.latebind.diagnostics.api.Position;

/**
 * Why something is undecided.
 *
 * @param what a sentence without a period
 * @param at the line of the script that asked
 */
public record Reason(String what, Position at) {
    public Reason {
        Objects.requireNonNull(what);
        Objects.requireNonNull(at);
    }
}
