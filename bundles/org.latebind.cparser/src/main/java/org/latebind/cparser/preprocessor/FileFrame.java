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

    /** Whether the next thing is a directive that includes a file. */
    boolean atInclude() {
        if (directive >= file.kind.length || at != file.start[directive]) {
            return false;
        }
        var kind = file.kind[directive];
        return kind == DirectiveKind.INCLUDE || kind == DirectiveKind.INCLUDE_NEXT || kind == DirectiveKind.IMPORT;
    }

    /** Goes on at a token that no directive is open at: a directive's begin or the end. */
    void goTo(int index) {
        at = index;
        directive = java.util.Arrays.binarySearch(file.start, index);
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
