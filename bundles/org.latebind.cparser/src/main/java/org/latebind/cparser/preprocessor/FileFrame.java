package org.latebind.cparser.preprocessor;

import org.latebind.token.api.Token;

/** A file being read: how far, and as what. */
final class FileFrame {
    final PreparedFile file;
    final Token[] tokens;
    /** By which place of the search list it was found. */
    final int slot;
    final int depth;
    /** Index of the next token. */
    int at;
    /** Number of the next directive. */
    int directive;
    /** {@code #line}: what to add to physical lines, and the name to give. */
    int lineShift;
    String presumedName;

    FileFrame(PreparedFile file, int slot, int depth) {
        this.file = file;
        this.tokens = file.tokens;
        this.slot = slot;
        this.depth = depth;
        this.presumedName = file.lexed.file().path();
    }

    int nextDirective() {
        return file.start[directive];
    }

    /** Goes on after a directive. */
    void jumpAfter(int d) {
        directive = d + 1;
        at = file.end[d];
    }

    void jumpToEnd() {
        directive = file.kind.length;
        at = tokens.length;
    }
}
