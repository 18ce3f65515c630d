package org.latebind.token.api;

import java.util.ArrayList;
import java.util.List;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;

/**
 * The macro use that a token came through. A token that was a macro argument keeps what it had where
 * the argument was written, so that diagnostics point at the argument.
 *
 * @param macro the macro's name, empty in {@link #NONE}
 * @param use where the macro's name stands in the outermost source text of this step
 * @param definition where the macro is defined
 * @param outer the macro use that this one lies in, or {@link #NONE}
 */
public record Expansion(String macro, Position use, Position definition, Expansion outer) implements Position.Trail {
    private static final int LONGEST_TRAIL = 8;

    /** Of tokens that stand in a file as they are. */
    public static final Expansion NONE = new Expansion();

    private Expansion() {
        this("", Position.NONE, Position.NONE, null);
    }

    public boolean isNone() {
        return this == NONE;
    }

    @Override
    public List<Diagnostic.Note> notes() {
        var notes = new ArrayList<Diagnostic.Note>();
        for (var step = this; !step.isNone() && notes.size() < LONGEST_TRAIL; step = step.outer) {
            notes.add(new Diagnostic.Note("in the expansion of macro '" + step.macro + "'", step.definition,
                    Math.max(1, step.macro.length())));
        }
        return notes;
    }

    /** The innermost use in this chain that stands in a file: what a diagnostic points at. */
    public Position outermostUse() {
        var step = this;
        while (!step.isNone() && !step.outer.isNone()) {
            step = step.outer;
        }
        return step.use;
    }
}
