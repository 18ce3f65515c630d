package org.latebind.command.api;

import java.util.List;
import java.util.Optional;
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

    /** What a command is for, empty for a word that is no command's name. */
    Optional<CommandHelp> help(String name);

    /**
     * Words that may stand in place of the last one: options, values of the option before it, names that the command
     * takes. Files are left out.
     *
     * @param words a command's name, options and arguments as far as they are known; the last may be empty
     */
    List<String> completions(List<String> words);

    /**
     * Runs one command to its end. Never throws for what is wrong with the words or the input.
     *
     * @param words the command's name, options and arguments
     * @return the exit status
     */
    int run(List<String> words, CommandIo io);
}
