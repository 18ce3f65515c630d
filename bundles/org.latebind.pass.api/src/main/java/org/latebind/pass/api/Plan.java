package org.latebind.pass.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A pipeline whose every stage has its pass. The plan leases the passes: a provider that is stopped
 * or replaced waits until the plan is closed.
 */
@ProviderType
public interface Plan extends AutoCloseable {
    Pipeline pipeline();

    /** The passes in the order in which they run, one for each stage. */
    List<PassDescription> passes();

    /** Runs the plan. Whatever goes wrong is in the result. */
    RunResult run(RunRequest request);

    /** Gives the leases back. */
    @Override
    void close();
}
