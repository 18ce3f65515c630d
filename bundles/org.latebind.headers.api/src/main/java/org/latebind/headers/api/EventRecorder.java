package org.latebind.headers.api;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** Records what including a kernel's headers does; a service. The same headers give the same events. */
@ProviderType
public interface EventRecorder {
    /** Includes the kernel's headers as a module would. */
    Recorded record(HeaderData headers);

    /**
     * What was recorded.
     *
     * @param events by path
     * @param skipped headers without a log of their own, by reason; a link processes them from their
     *     tokens
     * @param basis what the events follow from besides the headers: our compiler's answers to headers' questions
     */
    record Recorded(List<HeaderEvents> events, List<Skipped> skipped, String basis) {
        public Recorded {
            events = List.copyOf(events);
            skipped = List.copyOf(skipped);
            Objects.requireNonNull(basis);
        }
    }
}
