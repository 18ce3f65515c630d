package org.latebind.make;

import java.util.List;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

/**
 * A makefile's lines. Any text can be read: what is wrong with a line matters only where it is evaluated.
 *
 * @param file as which its lines are named
 */
public record Makefile(SourceFile file, List<Line> lines) {
    public Makefile {
        lines = List.copyOf(lines);
    }

    /** @param text one character a byte */
    public static Makefile parse(SourceFile file, String text) {
        return new Makefile(file, LineReader.read(text, line -> new Position(file, line, 1)));
    }

    /** Text that a makefile makes: all of it is at the line that made it. */
    static Makefile parse(Position at, String text) {
        return new Makefile(at.file(), LineReader.read(text, line -> at));
    }
}
