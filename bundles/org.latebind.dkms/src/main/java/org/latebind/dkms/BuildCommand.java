package org.latebind.dkms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Position;

/**
 * A call of make.
 *
 * @param folder in which make reads its makefile: where it is called, changed by each {@code -C}
 * @param calledIn where it is called, of which {@code $(PWD)} is the name
 * @param file {@code -f}
 * @param variables those of the command line, in order; the last of a name counts
 * @param environment what the shell exports to it beyond its own environment
 * @param targets in order; none for the makefile's first
 * @param keepsGoing {@code -k} or {@code -i}: what fails does not end it
 */
public record BuildCommand(String folder, String calledIn, Optional<String> file, List<Assignment> variables,
        Map<String, String> environment, List<String> targets, boolean keepsGoing, Position at) {
    /** @param operator {@code =}, {@code :=}, {@code +=} or {@code ?=}; make expands the text of the first later */
    public record Assignment(String name, String operator, String text) {}

    public BuildCommand {
        variables = List.copyOf(variables);
        environment = Map.copyOf(environment);
        targets = List.copyOf(targets);
    }

    /** The text of a variable of the command line. */
    public Optional<String> variable(String name) {
        return variables.stream().filter(each -> each.name().equals(name)).map(Assignment::text).reduce((a, b) -> b);
    }
}
