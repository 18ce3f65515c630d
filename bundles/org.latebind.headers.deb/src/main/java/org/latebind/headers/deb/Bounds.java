package org.latebind.headers.deb;

import java.nio.file.Path;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;

/**
 * How much packages may unpack to; one instance counts for all packages of a tree. A kernel's header
 * packages have 17,000 files of 70 MB.
 */
final class Bounds {
    private static final long MAX_BYTES = 512L << 20;
    private static final int MAX_ENTRIES = 200_000;
    private static final int MAX_PATH = 1024;
    /** KiB that a decompressor may use; xz -9 takes 65 MiB. */
    static final int MAX_DECOMPRESSOR_KIB = 128 << 10;

    private long bytes;
    private int entries;

    /** Counts an entry of a package. */
    void entry(Path file, String path, long size) {
        if (size < 0 || (bytes += size) > MAX_BYTES) {
            throw tooLarge(file, "more than " + (MAX_BYTES >> 20) + " MiB with what was given before it");
        }
        if (++entries > MAX_ENTRIES) {
            throw tooLarge(file, "more than " + MAX_ENTRIES + " files with what was given before it");
        }
        if (path.length() > MAX_PATH) {
            throw tooLarge(file, "a path of more than " + MAX_PATH + " characters");
        }
    }

    static DiagnosticException tooLarge(Path file, String what) {
        return DiagnosticException.badInput(Diagnostic.error("LB5032",
                file.getFileName() + " holds " + what + ": more than header packages of a kernel have"));
    }
}
