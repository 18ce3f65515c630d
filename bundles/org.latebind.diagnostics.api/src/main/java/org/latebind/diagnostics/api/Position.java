package org.latebind.diagnostics.api;

import java.util.Objects;

/**
 * A place in a source file.
 *
 * @param line physical line, from 1; 0 when the file has no lines
 * @param column from 1, in characters
 */
public record Position(SourceFile file, int line, int column) {
    /** The place of things that no source file holds. */
    public static final Position NONE = new Position(SourceFile.BUILT_IN, 0, 0);

    public Position {
        Objects.requireNonNull(file);
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
