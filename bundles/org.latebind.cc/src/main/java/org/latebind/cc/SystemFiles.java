package org.latebind.cc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;

/** Lexed files; those of the system are kept for the next program as long as they stay what they are. */
final class SystemFiles {
    private static final int KEPT = 400;
    private static final String OWN = "<latebind>/";

    private record Known(FileTime changed, long size, LexedFile file) {}

    private final Lexer lexer;
    private final Map<Path, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Known> eldest) {
            return size() > KEPT;
        }
    });

    SystemFiles(Lexer lexer) {
        this.lexer = lexer;
    }

    /** A header that belongs to the compiler. */
    Optional<LexedFile> own(String name, DiagnosticSink sink) {
        if (!name.matches("[a-z0-9]+\\.h")) {
            return Optional.empty();
        }
        try (var in = SystemFiles.class.getResourceAsStream("include/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(lexer.lex(new SourceFile(OWN + name, Origin.BUILT_IN), in.readAllBytes(), sink));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the system; empty if it is not there. */
    Optional<LexedFile> system(Path path, DiagnosticSink sink) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            var changed = Files.getLastModifiedTime(path);
            long size = Files.size(path);
            var before = known.get(path);
            if (before != null && before.changed().equals(changed) && before.size() == size) {
                return Optional.of(before.file());
            }
            var file = lex(path, sink);
            known.put(path, new Known(changed, size, file));
            return Optional.of(file);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** A file of the program; empty if it is not there. */
    Optional<LexedFile> programs(Path path, DiagnosticSink sink) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(lex(path, sink));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private LexedFile lex(Path path, DiagnosticSink sink) throws IOException {
        return lexer.lex(new SourceFile(path.toString(), Origin.MODULE), Files.readAllBytes(path), sink);
    }

    private static DiagnosticException unreadable(Path path, IOException e) {
        return DiagnosticException.badInput(
                Diagnostic.error("LB9023", "cannot read " + path + ": " + e.getMessage()));
    }
}
