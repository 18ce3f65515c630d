package org.latebind.pipeline;

import java.time.Duration;

/**
 * Counts who uses a pass, so that its provider goes only when nobody does.
 *
 * <p>A reference that is merely held is not enough: a bundle that is updated or uninstalled under a
 * running call dies with NoClassDefFoundError at the next class it loads.
 */
final class LeaseGate {
    private int leases;
    private boolean closed;

    /** Takes a lease, unless the provider is about to go. */
    synchronized boolean enter() {
        if (closed) {
            return false;
        }
        leases++;
        return true;
    }

    synchronized void leave() {
        leases--;
        notifyAll();
    }

    /** Lets nobody in any more. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits until nobody is inside; false when that took too long. */
    synchronized boolean awaitEmpty(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (leases > 0) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
