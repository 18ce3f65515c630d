package org.latebind.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassDescription;

/**
 * A pass with the gate that its users go through.
 *
 * @param ranking the service's ranking; a higher one is preferred
 * @param id the service's id; of two revisions of one pass the newer one is preferred
 */
record PassProvider(PassDescription description, int ranking, long id, Pass pass, LeaseGate gate) {

    PassProvider {
        Objects.requireNonNull(description);
        Objects.requireNonNull(pass);
        Objects.requireNonNull(gate);
    }

    /** A pass that stays until {@link #close}. */
    record Lease(PassDescription description, Pass pass, LeaseGate gate, Thread holder, AtomicBoolean returned)
            implements AutoCloseable {
        @Override
        public void close() {
            if (returned.compareAndSet(false, true)) {
                gate.leave(holder);
            }
        }
    }

    /** A lease, or empty when the provider is about to go. */
    Optional<Lease> lease() {
        return gate.enter()
                ? Optional.of(new Lease(description, pass, gate, Thread.currentThread(), new AtomicBoolean()))
                : Optional.empty();
    }
}
