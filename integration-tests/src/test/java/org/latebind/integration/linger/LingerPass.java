package org.latebind.integration.linger;

import java.util.concurrent.atomic.AtomicInteger;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.RunContext;

/**
 * Waits a while for a replacement to begin, and then needs a class that its revision of the bundle has not
 * loaded. Test and revisions meet in system properties: they have no class in common.
 */
public final class LingerPass implements Pass {
    public static final String INSIDE = "latebind.test.inside";
    public static final String BEGUN = "latebind.test.begun";
    public static final String OVERTAKEN = "latebind.test.overtaken";
    private static final int MOST_MILLIS = 60;

    @Override
    public void run(RunContext context) {
        int before = counter(BEGUN).get();
        counter(INSIDE).incrementAndGet();
        try {
            for (int i = 0; i < MOST_MILLIS && counter(BEGUN).get() == before; i++) {
                Thread.sleep(1);
            }
            if (counter(BEGUN).get() != before) {
                counter(OVERTAKEN).incrementAndGet();
                context.count("overtaken", new Afterwards().one());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            counter(INSIDE).decrementAndGet();
        }
    }

    public static AtomicInteger counter(String name) {
        return (AtomicInteger) System.getProperties().get(name);
    }
}
