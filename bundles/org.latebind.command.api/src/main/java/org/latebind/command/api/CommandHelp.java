package org.latebind.command.api;

import java.util.List;

/**
 * A command in short.
 *
 * @param summary one line
 */
public record CommandHelp(String summary, List<Option> options) {
    public CommandHelp {
        options = List.copyOf(options);
    }

    /**
     * One option.
     *
     * @param names with their dashes
     */
    public record Option(List<String> names, String description) {
        public Option {
            names = List.copyOf(names);
        }
    }
}
