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
 * @param otherFolders {@code -iquote}, {@code -isystem} and {@code -idirafter}, in order
 * @param forcedHeaders {@code -include}, in order
 */
public record CompileRequest(
        List<Path> inputs,
        Optional<String> moduleName,
        List<Path> includeFolders,
        List<Definition> definitions,
        List<OtherFolder> otherFolders,
        List<ForcedHeader> forcedHeaders) {
    public CompileRequest {
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(moduleName);
        includeFolders = List.copyOf(includeFolders);
        definitions = List.copyOf(definitions);
        otherFolders = List.copyOf(otherFolders);
        forcedHeaders = List.copyOf(forcedHeaders);
    }

    /** Without folders of other sorts and forced headers. */
    public CompileRequest(
            List<Path> inputs, Optional<String> moduleName, List<Path> includeFolders, List<Definition> definitions) {
        this(inputs, moduleName, includeFolders, definitions, List.of(), List.of());
    }

    /**
     * A folder that is searched otherwise than {@code -I}'s.
     *
     * @param option {@code iquote}, {@code isystem} or {@code idirafter}
     * @param folder absolute
     */
    public record OtherFolder(String option, Path folder) {
        public OtherFolder {
            Objects.requireNonNull(option);
            Objects.requireNonNull(folder);
        }
    }

    /**
     * A header that is included before a unit's first line.
     *
     * @param path the file that it is where there is one; absolute
     */
    public record ForcedHeader(String spelling, Path path) {
        public ForcedHeader {
            Objects.requireNonNull(spelling);
            Objects.requireNonNull(path);
        }
    }
}
