package org.latebind.shell;

/** What a path names. */
public enum FileKind {
    ABSENT,
    FILE,
    /** A file that may be executed. */
    PROGRAM,
    FOLDER;

    public boolean exists() {
        return this != ABSENT;
    }

    public boolean isFile() {
        return this == FILE || this == PROGRAM;
    }
}
