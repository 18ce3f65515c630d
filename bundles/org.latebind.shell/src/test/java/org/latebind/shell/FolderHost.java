package org.latebind.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of this machine, for comparisons with a real shell in it. */
record FolderHost(Path root, Map<String, String> variables) implements ShellHost {
    @Override
    public String folder() {
        return root.toString();
    }

    @Override
    public Answer<Optional<String>> environment(String name) {
        return Answer.of(Optional.ofNullable(variables.get(name)));
    }

    @Override
    public Answer<FileKind> kind(String path) {
        var file = Path.of(path);
        return Answer.of(Files.isDirectory(file) ? FileKind.FOLDER
                : !Files.exists(file) ? FileKind.ABSENT
                : Files.isExecutable(file) ? FileKind.PROGRAM : FileKind.FILE);
    }

    @Override
    public Answer<String> content(String path) {
        try {
            return Answer.of(Files.readString(Path.of(path), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answer<List<String>> list(String path) {
        try (var files = Files.list(Path.of(path))) {
            return Answer.of(files.map(file -> file.getFileName().toString()).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answer<String> release() {
        return Answer.of(System.getProperty("os.version"));
    }

    @Override
    public Answer<String> machine() {
        return Answer.of(System.getProperty("os.arch").replace("amd64", "x86_64"));
    }
}
