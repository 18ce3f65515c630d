package org.latebind.make;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.SourceFile;

/** A folder of this machine, in which commands are run: what make itself has, for comparisons with it. */
record FolderHost(Path folder) implements MakeHost {
    @Override
    public Included include(String path, boolean required, Position at) {
        return read(path).<Included>map(text -> new Included.Text(new SourceFile(path, Origin.MODULE), text))
                .orElseGet(Included.Absent::new);
    }

    private Optional<String> read(String path) {
        try {
            var file = folder.resolve(path);
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Variable> predefined(String name, Position at) {
        return Optional.empty();
    }

    @Override
    public Value shell(String command, Position at) {
        try {
            var process = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).start();
            return Value.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Value wildcard(String pattern, Position at) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (var files = Files.walk(folder)) {
            return Value.of(files.map(folder::relativize).filter(matcher::matches).map(Path::toString).sorted()
                    .collect(Collectors.joining(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Value absolutePath(String path, Position at) {
        return Value.of(folder.resolve(path).normalize().toString());
    }

    @Override
    public Value realPath(String path, Position at) {
        return Files.exists(folder.resolve(path)) ? absolutePath(path, at) : Value.EMPTY;
    }

    @Override
    public Value file(String path, Position at) {
        return Value.of(read(path).orElse(""));
    }

    @Override
    public Optional<Value> call(String name, List<Value> arguments, MakeEvaluator evaluator, Position at) {
        return Optional.empty();
    }
}
