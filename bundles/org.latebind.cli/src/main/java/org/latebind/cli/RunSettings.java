package org.latebind.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a user has set for the runs of a command.
 *
 * @param variables {@code --set}, variables of the pipeline's text and options of its passes; {@code --backend}, too
 * @param pipeline {@code --pipeline}
 * @param dumpAfter {@code --dump-after}
 * @param time {@code --time}
 * @param quiet {@code --quiet}
 */
record RunSettings(
        Map<String, String> variables, Optional<String> pipeline, Set<String> dumpAfter, boolean time, boolean quiet) {
    static final RunSettings NONE = new RunSettings(Map.of(), Optional.empty(), Set.of(), false, false);

    RunSettings {
        variables = new LinkedHashMap<>(variables);
        dumpAfter = new LinkedHashSet<>(dumpAfter);
    }

    /** Each of the parts that a command has options for. */
    static RunSettings of(List<RunOptions> options) {
        var settings = NONE;
        for (var option : options) {
            settings = option.addTo(settings);
        }
        return settings;
    }

    RunSettings withVariables(Map<String, String> more) {
        var all = new LinkedHashMap<>(variables);
        all.putAll(more);
        return new RunSettings(all, pipeline, dumpAfter, time, quiet);
    }

    RunSettings withPipeline(Optional<String> name) {
        return new RunSettings(variables, name, dumpAfter, time, quiet);
    }

    RunSettings dumping(Set<String> passes) {
        return new RunSettings(variables, pipeline, passes, time, quiet);
    }

    RunSettings timing(boolean isWanted) {
        return new RunSettings(variables, pipeline, dumpAfter, isWanted, quiet);
    }

    RunSettings quiet(boolean isWanted) {
        return new RunSettings(variables, pipeline, dumpAfter, time, isWanted);
    }
}
