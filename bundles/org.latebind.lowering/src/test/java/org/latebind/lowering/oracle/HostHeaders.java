package org.latebind.lowering.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticPrinter;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.LexedFile;

/** Finds headers beside their includer and in folders of this machine; each is lexed once. */
final class HostHeaders implements IncludeResolver {
    private final List<Path> folders;
    private final Map<Path, Optional<LexedFile>> files = new HashMap<>();

    HostHeaders(List<Path> folders) {
        this.folders = folders;
    }

    @Override
    public Optional<Found> resolve(Request request) {
        if (!request.angled() && !request.next()) {
            var beside = load(Path.of(request.includer().path()).resolveSibling(request.spelling()));
            if (beside.isPresent()) {
                return beside.map(file -> new Found(file, Found.NO_SLOT));
            }
        }
        for (int slot = request.next() ? request.includerSlot() + 1 : 0; slot < folders.size(); slot++) {
            int found = slot;
            var file = load(folders.get(slot).resolve(request.spelling()));
            if (file.isPresent()) {
                return file.map(lexed -> new Found(lexed, found));
            }
        }
        return Optional.empty();
    }

    /** The errors among diagnostics, as they are printed. */
    String text(List<Diagnostic> problems) {
        var printer = new DiagnosticPrinter(this::line);
        return problems.stream().filter(p -> p.severity() == Severity.ERROR).map(printer::print)
                .collect(Collectors.joining());
    }

    String everything(List<Diagnostic> problems) {
        return problems.stream().map(new DiagnosticPrinter(this::line)::print).collect(Collectors.joining());
    }

    /** A line of a file, for carets. */
    private Optional<String> line(SourceFile file, int line) {
        try (var lines = Files.lines(Path.of(file.path()), java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.skip(line - 1L).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    Optional<LexedFile> load(Path path) {
        return files.computeIfAbsent(path, p -> {
            if (!Files.isRegularFile(p)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new GnuLexer().lex(
                        new SourceFile(p.toString(), Origin.MODULE), Files.readAllBytes(p), d -> {}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
