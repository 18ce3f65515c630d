package org.latebind.preprocessor;

import java.util.Arrays;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;

/** A file being read: how far, and as what. */
final class FileFrame {
    final LexedFile lexed;
    /** Null while the file is only followed by its event log. */
    PreparedFile file;
    Token[] tokens;
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

    FileFrame(LexedFile lexed, int slot, int depth) {
        this.lexed = lexed;
        this.slot = slot;
        this.depth = depth;
        this.presumedName = lexed.file().path();
    }

    FileFrame(PreparedFile file, int slot, int depth) {
        this(file.lexed, slot, depth);
        open(file);
    }

    /** Goes on in the file itself, from where the frame stands. */
    void open(PreparedFile prepared) {
        file = prepared;
        tokens = prepared.tokens;
        goTo(at);
    }

    /** Whether {@code #line} makes lines or the name other than they are. */
    boolean isShifted() {
        return lineShift != 0 || !presumedName.equals(lexed.file().path());
    }

    boolean isOpen() {
        return file != null;
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

    /** Goes on at a token that is not inside a directive. */
    void goTo(int index) {
        at = index;
        int found = Arrays.binarySearch(file.start, index);
        directive = found < 0 ? -found - 1 : found;
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
