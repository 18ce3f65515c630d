package org.latebind.command.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What {@code latebind cc} is asked for: user-space C, everything bound at once.
 *
 * @param source absolute
 * @param includeFolders {@code -I}, in order; absolute
 * @param systemFolders {@code -isystem}, in order; absolute
 * @param definitions {@code -D}
 * @param undefined {@code -U}: no macros, even if defined here or by the compiler
 * @param flags the rest as written, in order: {@code -std=gnu89}, {@code -O2}, {@code -fwrapv}, {@code -w}
 */
public record ProgramRequest(
        Path source,
        List<Path> includeFolders,
        List<Path> systemFolders,
        List<Definition> definitions,
        List<String> undefined,
        List<String> flags) {
    public ProgramRequest {
        Objects.requireNonNull(source);
        includeFolders = List.copyOf(includeFolders);
        systemFolders = List.copyOf(systemFolders);
        definitions = List.copyOf(definitions);
        undefined = List.copyOf(undefined);
        flags = List.copyOf(flags);
    }
}
