package org.latebind.pass.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One stage of a pipeline, an OSGi service described by {@link PassInfo}.
 *
 * <p>A pass keeps nothing between runs: several runs may be in it at once. It reads what it
 * consumes from the context, puts what it produces there, and reports what is wrong with the input.
 * A reported error ends the run when the pass returns; a {@link
 * org.latebind.diagnostics.api.DiagnosticException} ends it at once.
 */
@ConsumerType
@FunctionalInterface
public interface Pass {
    void run(RunContext context);
}
