package org.latebind.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticException;

/** What a file is, judged by its ending, that was given where another kind is meant. */
final class OtherFile {
    private static final Map<String, String> KINDS = Map.of(
            "dko", "a deferred module",
            "khd", "kernel header data",
            "ko", "a linked module",
            "c", "C source",
            "deb", "a package");

    private static final Map<String, String> ADVICE = Map.of(
            "ko", "give the deferred module (.dko) that it was linked from",
            "c", "compile it first: latebind compile",
            "deb", "ingest it first: latebind ingest");

    private OtherFile() {}

    /** The refusal of a file, with what it probably is where that is another kind than was meant. */
    static DiagnosticException explain(DiagnosticException refusal, Path file, String meant) {
        var ending = Toolbox.extension(file);
        if (ending.equals(meant) || !KINDS.containsKey(ending) || !KINDS.containsKey(meant)) {
            return refusal;
        }
        var help = "by its name " + file.getFileName() + " is " + KINDS.get(ending) + ", and " + KINDS.get(meant)
                + " (." + meant + ") is meant here"
                + Optional.ofNullable(ADVICE.get(ending)).map(advice -> "; " + advice).orElse("");
        return refusal.withDiagnostic(refusal.diagnostic().withHelp(help));
    }
}
