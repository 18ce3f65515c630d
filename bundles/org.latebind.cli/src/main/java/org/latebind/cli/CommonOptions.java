package org.latebind.cli;

import picocli.CommandLine.Option;

/** Options of every command that does a {@link Job}. */
final class CommonOptions {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
    private boolean help;

    @Option(names = {"-q", "--quiet"}, description = "Print diagnostics only, not what was written.")
    boolean quiet;

    @Option(names = "--json", description = "Print the result as one JSON document on standard output (docs/json.md).")
    boolean json;
}
