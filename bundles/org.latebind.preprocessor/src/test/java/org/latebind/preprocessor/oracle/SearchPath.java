package org.latebind.preprocessor.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.LexedFile;

/** Finds headers on disk in the order gcc does; files keep the names gcc gives them. */
public final class SearchPath implements IncludeResolver {
    private final List<String> folders;
    private final DiagnosticSink sink;
    private final Map<String, Optional<LexedFile>> files = new HashMap<>();

    public SearchPath(List<String> folders, DiagnosticSink sink) {
        this.folders = folders;
        this.sink = sink;
    }

    @Override
    public Optional<Found> resolve(Request request) {
        if (!request.angled() && !request.next()) {
            var includer = request.includer().path();
            int slash = includer.lastIndexOf('/');
            var beside = load(request.spelling().startsWith("/") || slash < 0
                    ? request.spelling()
                    : includer.substring(0, slash + 1) + request.spelling());
            if (beside.isPresent()) {
                return beside.map(file -> new Found(file, Found.NO_SLOT));
            }
        }
        for (int slot = request.next() ? request.includerSlot() + 1 : 0; slot < folders.size(); slot++) {
            int found = slot;
            var file = load(folders.get(slot) + "/" + request.spelling());
            if (file.isPresent()) {
                return file.map(lexed -> new Found(lexed, found));
            }
        }
        return Optional.empty();
    }

    public Optional<LexedFile> load(String name) {
        return files.computeIfAbsent(name, this::read);
    }

    private Optional<LexedFile> read(String name) {
        var path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GnuLexer().lex(new SourceFile(name, Origin.KERNEL), Files.readAllBytes(path), sink));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
