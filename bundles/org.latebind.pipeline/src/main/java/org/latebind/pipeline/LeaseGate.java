package org.latebind.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts who uses a pass, so that its provider goes only when nobody does.
 *
 * <p>A reference that is merely held is not enough: a bundle that is updated or uninstalled under a
 * running call dies with NoClassDefFoundError at the next class it loads.
 */
final class LeaseGate {
    private final Map<Thread, Integer> leases = new HashMap<>();
    private boolean closed;

    /**
     * Takes a lease, unless the provider is about to go; who holds one already gets another even then, since the
     * provider waits for that one.
     */
    synchronized boolean enter() {
        var holder = Thread.currentThread();
        if (closed && !leases.containsKey(holder)) {
            return false;
        }
        leases.merge(holder, 1, Integer::sum);
        return true;
    }

    /** @param holder the thread that took the lease */
    synchronized void leave(Thread holder) {
        leases.computeIfPresent(holder, (key, count) -> count == 1 ? null : count - 1);
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
        while (!leases.isEmpty()) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
