package org.latebind.cc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.diagnostics.api.SourceLines;

/** Lines of files as they stand on disk. */
record HostLines() implements SourceLines {
    @Override
    public Optional<String> line(SourceFile file, int line) {
        var path = Path.of(file.path());
        if (file.origin() != Origin.MODULE || !Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            return lines.skip(line - 1L).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
