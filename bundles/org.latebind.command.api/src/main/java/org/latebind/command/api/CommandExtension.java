package org.latebind.command.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A service that adds a command. */
@ConsumerType
public interface CommandExtension {
    /**
     * A new object that is annotated as a picocli command and implements {@code Callable<Integer>},
     * made for one use.
     *
     * @param commands the service that asks, for a command that runs others
     */
    Object command(CommandService commands, CommandIo io);
}
