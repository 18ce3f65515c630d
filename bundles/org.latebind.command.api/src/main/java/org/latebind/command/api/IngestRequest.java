package org.latebind.command.api;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code latebind ingest} is asked for.
 *
 * @param inputs a kernel's header tree, or its packages; absolute
 */
public record IngestRequest(List<Path> inputs) {
    public IngestRequest {
        inputs = List.copyOf(inputs);
    }
}
