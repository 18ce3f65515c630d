package org.latebind.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.latebind.pass.api.Progress;

/** One line on a terminal that tells what goes on, and is gone when it is done. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final long PAUSE_NANOS = 100_000_000;
    /** Quick commands stay quiet. */
    private static final long QUIET_NANOS = 700_000_000;
    private static final String CLEAR = "\r\033[K";

    private final PrintStream err;
    private final long start = System.nanoTime();
    private long next = start + QUIET_NANOS;
    private boolean shown;

    ConsoleProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void report(String what, long done, long total) {
        long now = System.nanoTime();
        if (now < next) {
            return;
        }
        next = now + PAUSE_NANOS;
        shown = true;
        var share = total > 0 ? String.format(Locale.ROOT, " %3d %%", Math.min(100, done * 100 / total)) : "";
        err.printf(Locale.ROOT, "%s%5.1f s  %s%s", CLEAR, (now - start) / 1e9, what, share);
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
