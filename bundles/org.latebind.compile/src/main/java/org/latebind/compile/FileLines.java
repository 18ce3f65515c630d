package org.latebind.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.diagnostics.api.SourceLines;

/** Lines of the module's files as they stand on disk. */
record FileLines(Path root) implements SourceLines {
    @Override
    public Optional<String> line(SourceFile file, int line) {
        if (file.origin() != Origin.MODULE) {
            return Optional.empty();
        }
        try (var lines = Files.lines(root.resolve(file.path()), StandardCharsets.ISO_8859_1)) {
            return lines.skip(line - 1L).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
