package org.latebind.command.api;

import java.util.List;
import java.util.SortedSet;
import org.osgi.annotation.versioning.ProviderType;

/** Runs commands. */
@ProviderType
public interface CommandService {
    /** Done, or fits. */
    int OK = 0;
    /** The input is well formed, but what is asked of it cannot be had, or does not fit. */
    int REFUSED = 1;
    /** Bad usage, or an input that cannot be used. */
    int BAD_USAGE = 2;

    /** Names of the commands there are now. */
    SortedSet<String> names();

    /**
     * Runs one command to its end. Never throws for what is wrong with the words or the input.
     *
     * @param words the command's name, options and arguments
     * @return the exit status
     */
    int run(List<String> words, CommandIo io);
}
