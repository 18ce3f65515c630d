package org.latebind.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of the commands that run a pipeline. */
final class RunOptions {
    @Option(names = "--time", description = "Tell seconds per pass on standard error.")
    boolean time;

    @Option(names = "--dump-after", paramLabel = "PASS", split = ",", completionCandidates = Names.OfPasses.class,
            description = "Print what PASS produced on standard output. May be given several times.")
    Set<String> dumpAfter = new LinkedHashSet<>();

    @Option(names = "--backend", paramLabel = "BUNDLE", completionCandidates = Names.OfBackends.class,
            description = "Take code generation from this bundle; the end of its name is enough.")
    String backend;

    @Option(names = "--pipeline", paramLabel = "NAME", completionCandidates = Names.OfPipelines.class,
            description = "Run this pipeline in place of the command's own: a name from the pipelines folder, or a "
                    + "file that ends in .pipeline.")
    String pipeline;

    @Option(names = "--set", paramLabel = "NAME=VALUE",
            description = "A variable of the pipeline's text and an option of its passes.")
    Map<String, String> settings = new LinkedHashMap<>();
}
