package org.latebind.command.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code latebind compile} is asked for.
 *
 * @param inputs C files, or one folder with a Kbuild file or Makefile; absolute
 * @param moduleName the module's name where it was given
 * @param includeFolders {@code -I}, in order; absolute
 */
public record CompileRequest(
        List<Path> inputs,
        Optional<String> moduleName,
        List<Path> includeFolders,
        List<Definition> definitions) {
    public CompileRequest {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(moduleName);
        includeFolders = List.copyOf(includeFolders);
        definitions = List.copyOf(definitions);
    }
}
