package org.latebind.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of the commands that run or plan a pipeline; each command has those that mean something to it. */
interface RunOptions {
    /** The settings with what the user gave. */
    RunSettings addTo(RunSettings settings);

    /** Of all that run a pipeline. */
    final class Time implements RunOptions {
        @Option(names = "--time", description = "Print the seconds that each pass took on standard error.")
        private boolean time;

        @Override
        public RunSettings addTo(RunSettings settings) {
            return settings.timing(time);
        }
    }

    /** Of all that run a pipeline, except the one that has nothing else to do. */
    final class DumpAfter implements RunOptions {
        @Option(names = "--dump-after", paramLabel = "PASS", split = ",", completionCandidates = Names.OfPasses.class,
                description = "Print what PASS produced on standard output. May be given several times.")
        private Set<String> passes = new LinkedHashSet<>();

        @Override
        public RunSettings addTo(RunSettings settings) {
            return settings.dumping(passes);
        }
    }

    /** Of all whose pipeline is not one of their arguments. */
    final class OtherPipeline implements RunOptions {
        @Option(names = "--pipeline", paramLabel = "NAME", completionCandidates = Names.OfPipelines.class,
                description = "Run this pipeline instead of the command's own: a name from the pipelines folder, or "
                        + "a file that ends in .pipeline.")
        private String pipeline;

        @Override
        public RunSettings addTo(RunSettings settings) {
            return settings.withPipeline(Optional.ofNullable(pipeline));
        }
    }

    /** Of all that run or plan a pipeline. */
    final class Variables implements RunOptions {
        @Option(names = "--set", paramLabel = "NAME=VALUE",
                description = "Set a variable of the pipeline's text or an option of its passes.")
        private Map<String, String> variables = new LinkedHashMap<>();

        @Override
        public RunSettings addTo(RunSettings settings) {
            return settings.withVariables(variables);
        }
    }

    /** Of those whose pipelines generate code. */
    final class Backend implements RunOptions {
        @Option(names = "--backend", paramLabel = "BUNDLE", completionCandidates = Names.OfBackends.class,
                description = "Use this bundle to generate code; the end of its name is enough.")
        private String backend;

        @Override
        public RunSettings addTo(RunSettings settings) {
            return backend == null ? settings : settings.withVariables(Map.of("backend", backend));
        }
    }
}
