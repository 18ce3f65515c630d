package org.latebind.command.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What {@code latebind cc} is asked for: user-space C, everything bound at once.
 *
 * @param source absolute
 * @param includeFolders {@code -I}, in order; absolute
 */
public record ProgramRequest(Path source, List<Path> includeFolders, List<Definition> definitions) {
    public ProgramRequest {
        Objects.requireNonNull(source);
        includeFolders = List.copyOf(includeFolders);
        definitions = List.copyOf(definitions);
    }
}
