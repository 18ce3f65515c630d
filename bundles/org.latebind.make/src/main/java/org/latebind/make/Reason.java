package org.latebind.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Position;

/**
 * Why something is undecided.
 *
 * @param what a sentence without a period
 * @param at the line that it is about
 * @param because what made it so, where that is another line's doing
 */
public record Reason(String what, Position at, Optional<Reason> because) {
    /** As many steps as help a reader. */
    private static final int MOST_NOTES = 8;

    public Reason {
        Objects.requireNonNull(what);
        Objects.requireNonNull(at);
        Objects.requireNonNull(because);
    }

    public Reason(String what, Position at) {
        this(what, at, Optional.empty());
    }

    /** An error at this reason's place, with what led to it as notes. */
    public Diagnostic toDiagnostic(String code) {
        return Diagnostic.error(code, at, what).withNotes(notes());
    }

    private List<Diagnostic.Note> notes() {
        var notes = new ArrayList<Diagnostic.Note>();
        for (var step = because; step.isPresent() && notes.size() < MOST_NOTES; step = step.get().because()) {
            notes.add(new Diagnostic.Note(step.get().what(), step.get().at()));
        }
        return notes;
    }
}
