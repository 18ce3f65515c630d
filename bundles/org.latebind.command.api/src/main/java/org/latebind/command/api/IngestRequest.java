package org.latebind.command.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code latebind ingest} is asked for.
 *
 * @param inputs a kernel's header tree, or its packages; absolute
 * @param btf the kernel's BTF or an ELF file that holds it
 */
public record IngestRequest(List<Path> inputs, Optional<Path> btf) {
    public IngestRequest {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(btf);
    }
}
