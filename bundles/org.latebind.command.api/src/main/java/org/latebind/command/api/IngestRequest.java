package org.latebind.command.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code latebind ingest} is asked for.
 *
 * @param inputs a kernel's header tree, or its packages; absolute
 * @param architecture by any of its names, for inputs that do not tell it
 */
public record IngestRequest(List<Path> inputs, Optional<String> architecture) {
    public IngestRequest {
        inputs = List.copyOf(inputs);
    }
}
