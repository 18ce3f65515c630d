package org.latebind.shell;

/** Which shell a script is for. */
public enum Dialect {
    /** Debian's {@code /bin/sh}, which is dash. */
    SH,
    BASH
}
