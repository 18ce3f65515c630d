package org.latebind.make;

import java.util.List;
import java.util.Objects;
import org.latebind.diagnostics.api.Position;

/**
 * A variable as it is defined.
 *
 * @param body unexpanded where the variable is recursive, else its value
 * @param marks where the parts of {@code body} were written, by ascending offset, the first at 0
 * @param recursive whether references expand {@code body} anew
 * @param certain whether it is known that this definition is the one in effect
 */
public record Variable(Value body, List<Mark> marks, boolean recursive, VariableOrigin origin, boolean certain) {
    /** From this offset on, text was written there. */
    public record Mark(int offset, Position at) {}

    public Variable {
        Objects.requireNonNull(body);
        Objects.requireNonNull(origin);
        marks = List.copyOf(marks);
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("a variable without a place");
        }
    }

    /** One that is defined at one place. */
    public static Variable of(Value body, boolean recursive, VariableOrigin origin, Position at) {
        return new Variable(body, List.of(new Mark(0, at)), recursive, origin, true);
    }

    /** One that may be defined and have any value. */
    public static Variable unknown(Reason reason) {
        var marks = List.of(new Mark(0, reason.at()));
        return new Variable(Value.undecided(reason), marks, false, VariableOrigin.FILE, false);
    }

    /** Where it was defined first. */
    public Position at() {
        return marks.getFirst().at();
    }

    /** The same definition, wherever it was written. */
    boolean sameAs(Variable other) {
        return body.equals(other.body) && recursive == other.recursive && certain == other.certain;
    }
}
