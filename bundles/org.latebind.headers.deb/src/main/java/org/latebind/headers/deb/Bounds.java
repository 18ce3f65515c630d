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

    private final Path file;
    private long bytes;
    private int entries;

    Bounds(Path file) {
        this.file = file;
    }

    void entry(String path, long size) {
        if (size < 0 || (bytes += size) > MAX_BYTES) {
            throw tooLarge("more than " + (MAX_BYTES >> 20) + " MiB");
        }
        if (++entries > MAX_ENTRIES) {
            throw tooLarge("more than " + MAX_ENTRIES + " files");
        }
        if (path.length() > MAX_PATH) {
            throw tooLarge("a path of more than " + MAX_PATH + " characters");
        }
    }

    DiagnosticException tooLarge(String what) {
        return DiagnosticException.badInput(Diagnostic.error("LB5032",
                file.getFileName() + " holds " + what + ": more than header packages of a kernel have"));
    }
}
