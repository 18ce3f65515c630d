package org.latebind.shell;

/** Where a descriptor leads. */
final class Sink {
    enum Kind { TEXT, NULL, TERMINAL }

    final Kind kind;
    final StringBuilder text = new StringBuilder();
    /** The text's lines have no order that anybody could rely on: a folder's entries as they come. */
    boolean unordered;

    Sink(Kind kind) {
        this.kind = kind;
    }

    static Sink text() {
        return new Sink(Kind.TEXT);
    }
}
