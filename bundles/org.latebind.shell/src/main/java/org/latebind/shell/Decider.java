package org.latebind.shell;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Takes a side where the host leaves a command undecided, for who wants to know all that may come of a script. */
@ConsumerType
public interface Decider {
    /** Takes none: the script is undecided. */
    Decider NONE = (question, reason) -> Optional.empty();

    /**
     * Whether a command succeeds.
     *
     * @param question the command with its arguments and its input; the same question has the same answer
     */
    Optional<Boolean> decide(String question, Reason reason);
}
