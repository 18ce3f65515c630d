package org.latebind.archive;

import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/** How much packages may unpack to: packages are not trusted. One instance counts for all that it is given to. */
public final class DebBounds {
    private static final int MAX_PATH = 1024;

    private final long maxBytes;
    private final int maxEntries;
    private long bytes;
    private int entries;

    public DebBounds(long maxBytes, int maxEntries) {
        this.maxBytes = maxBytes;
        this.maxEntries = maxEntries;
    }

    /** Counts an entry of a package. */
    void entry(String file, String path, long size) {
        if (size < 0 || (bytes += size) > maxBytes) {
            throw tooLarge(file, "more than " + (maxBytes >> 20) + " MiB with what was given before it");
        }
        if (++entries > maxEntries) {
            throw tooLarge(file, "more than " + maxEntries + " files with what was given before it");
        }
        if (path.length() > MAX_PATH) {
            throw tooLarge(file, "a path of more than " + MAX_PATH + " characters");
        }
    }

    static DiagnosticException tooLarge(String file, String what) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB5032", file + " contains " + what + ": more than such packages have"));
    }
}
