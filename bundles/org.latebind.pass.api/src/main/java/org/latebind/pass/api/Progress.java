package org.latebind.pass.api;

import org.osgi.annotation.versioning.ProviderType;

/** Tells the user that something moves. */
@ProviderType
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (what, done, total) -> {};

    /**
     * Reports how far the work is.
     *
     * @param what the work, such as {@code reading headers}
     * @param done steps done
     * @param total steps in all, 0 when unknown
     */
    void report(String what, long done, long total);
}
