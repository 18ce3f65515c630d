package org.latebind.codegen.api;

import java.util.List;
import java.util.Optional;
import org.latebind.diagnostics.api.Severity;

/**
 * What came of a request.
 *
 * @param output present exactly when no message is an error
 * @param timings nanoseconds spent, by step, in the order in which the steps ran
 */
public record CodegenResult(Optional<byte[]> output, List<CodegenMessage> messages, List<Timing> timings) {
    /** Nanoseconds that one step took. */
    public record Timing(String step, long nanoseconds) {}

    public CodegenResult {
        messages = List.copyOf(messages);
        timings = List.copyOf(timings);
        if (output.isPresent() == messages.stream().anyMatch(m -> m.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException("a result has either an output or an error");
        }
    }
}
