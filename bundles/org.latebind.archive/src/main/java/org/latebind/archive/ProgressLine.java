package org.latebind.archive;

import java.io.PrintStream;
import org.latebind.command.api.CommandIo;

/** Shows a person how far long work is: one line that changes, or a line now and then. */
public final class ProgressLine {
    private static final long OFTEN = 200_000_000L;
    private static final long SELDOM = 10_000_000_000L;
    private static final int WIDTH = 78;

    private final PrintStream err;
    private final boolean changing;
    private long last;
    private boolean open;

    public ProgressLine(CommandIo io) {
        err = io.err();
        changing = io.terminal().progress();
        last = System.nanoTime();
    }

    synchronized void bytes(String what, long done, long total) {
        if (done < total) {
            passing("fetching " + what + "  " + (done >> 20) + " of " + ((total >> 20) + 1) + " MB");
        }
    }

    /** What is going on just now; shown when the last word was long enough ago. */
    public synchronized void passing(String text) {
        long now = System.nanoTime();
        if (now - last < (changing ? OFTEN : SELDOM)) {
            return;
        }
        last = now;
        if (changing) {
            var shown = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            err.print("\r\u001b[K" + shown);
            err.flush();
            open = true;
        } else {
            err.println(text);
        }
    }

    /** Something that stays. */
    public synchronized void line(String text) {
        clear();
        err.println(text);
        last = System.nanoTime();
    }

    public synchronized void clear() {
        if (open) {
            err.print("\r\u001b[K");
            err.flush();
            open = false;
        }
    }
}
