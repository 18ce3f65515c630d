package org.latebind.diagnostics.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to tell the user.
 *
 * @param code {@code LBnnnn}, stable; see the package documentation
 * @param where {@link Position#NONE} when no source line is meant
 * @param length characters the caret line underlines, at least 1
 * @param notes evidence and macro-expansion trail, most relevant first
 * @param help what to try
 */
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        Position where,
        int length,
        List<Note> notes,
        Optional<String> help) {

    /** A further place that explains a diagnostic. */
    public record Note(String message, Position where, int length) {
        public Note {
            Objects.requireNonNull(message);
            Objects.requireNonNull(where);
        }

        public Note(String message, Position where) {
            this(message, where, 1);
        }
    }

    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(message);
        Objects.requireNonNull(where);
        if (!code.matches("LB\\d{4}")) {
            throw new IllegalArgumentException("not a diagnostic code: " + code);
        }
        notes = List.copyOf(notes);
        Objects.requireNonNull(help);
    }

    public static Diagnostic error(String code, Position where, String message) {
        return new Diagnostic(Severity.ERROR, code, message, where, 1, where.trail().notes(), Optional.empty());
    }

    public static Diagnostic error(String code, String message) {
        return error(code, Position.NONE, message);
    }

    public static Diagnostic warning(String code, Position where, String message) {
        return new Diagnostic(Severity.WARNING, code, message, where, 1, where.trail().notes(), Optional.empty());
    }

    /** This diagnostic at a place of the source; its trail is told behind the notes that are there. */
    public Diagnostic at(Position place) {
        return new Diagnostic(severity, code, message, place, length, notes, help).withNotes(place.trail().notes());
    }

    public Diagnostic withLength(int characters) {
        return new Diagnostic(severity, code, message, where, Math.max(1, characters), notes, help);
    }

    public Diagnostic withNote(String text, Position at) {
        return withNotes(List.of(new Note(text, at)));
    }

    /** This diagnostic with {@code more} after its own notes. */
    public Diagnostic withNotes(List<Note> more) {
        var all = new java.util.ArrayList<>(notes);
        all.addAll(more);
        return new Diagnostic(severity, code, message, where, length, all, help);
    }

    public Diagnostic withHelp(String text) {
        return new Diagnostic(severity, code, message, where, length, notes, Optional.of(text));
    }
}
