package org.latebind.make;

import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * What {@code $(info)}, {@code $(warning)} or {@code $(error)} says.
 *
 * @param undecided why it is not decided whether it is said; an error that is certain ends the evaluation instead
 */
public record Message(Kind kind, Value text, Position at, Optional<Reason> undecided) {
    public enum Kind { INFO, WARNING, ERROR }
}
