package org.latebind.diagnostics.api;

import java.util.List;
import java.util.Objects;

/**
 * A place in a source file. Places are equal whatever led to them.
 *
 * @param line physical line, from 1; 0 when the file has no lines
 * @param column from 1, in characters
 * @param trail what led from there to what is meant
 */
public record Position(SourceFile file, int line, int column, Trail trail) {
    /** The place of things that no source file holds. */
    public static final Position NONE = new Position(SourceFile.BUILT_IN, 0, 0);

    public Position {
        Objects.requireNonNull(file);
        Objects.requireNonNull(trail);
    }

    public Position(SourceFile file, int line, int column) {
        this(file, line, column, Trail.NONE);
    }

    /** What stands between a place in the text and what is meant by it: uses of macros. */
    @FunctionalInterface
    public interface Trail {
        /** The place itself is meant. */
        Trail NONE = List::of;

        /** One note a step, the innermost first. */
        List<Diagnostic.Note> notes();
    }

    /** This place as one from which a trail leads. */
    public Position leading(Trail to) {
        return new Position(file, line, column, to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position(var otherFile, var otherLine, var otherColumn, var any)
                && line == otherLine && column == otherColumn && file.equals(otherFile);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + line) + column;
    }

    /** Whether this names a line of a file. */
    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public String toString() {
        return isKnown() ? file.path() + ":" + line + ":" + column : file.path();
    }
}
