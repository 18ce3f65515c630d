package org.latebind.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.ir.api.UnitPlan;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Token;
import org.latebind.token.api.SpdxLicence;
import org.latebind.token.api.TokenKind;

/**
 * Finds and lexes every file of a module: its units, all headers in its folders (a computed include
 * may name any of them), and whatever else an include directive names.
 */
final class ModuleFiles {
    private static final int MOST_FILES = 20_000;
    private static final long LARGEST_FILE = 64L << 20;

    private final Path root;
    private final Lexer lexer;
    private final DiagnosticSink sink;
    private final TreeMap<String, LexedFile> files = new TreeMap<>();
    private final Map<String, String> licences = new HashMap<>();
    private final ArrayDeque<String> pending = new ArrayDeque<>();
    private final Set<String> folders = new HashSet<>();

    ModuleFiles(Path root, Lexer lexer, DiagnosticSink sink) {
        this.root = root;
        this.lexer = lexer;
        this.sink = sink;
    }

    /** All files, by path. */
    Collection<LexedFile> read(List<UnitPlan> units) {
        for (var unit : units) {
            folders.addAll(unit.includeFolders());
            require(unit);
        }
        addHeaders();
        while (!pending.isEmpty()) {
            var path = pending.poll();
            if (!files.containsKey(path)) {
                var file = lex(path);
                files.put(path, file);
                followIncludes(file);
            }
        }
        return files.values();
    }

    /** The licence that a file states, once it is read. */
    Optional<String> licence(String path) {
        return Optional.ofNullable(licences.get(path));
    }

    private void require(UnitPlan unit) {
        if (!Files.isRegularFile(root.resolve(unit.source()))) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB1001", "there is no file '" + unit.source() + "' in the module's folder"));
        }
        pending.add(unit.source());
        var folder = Path.of(unit.source()).getParent();
        folders.add(folder == null ? "." : folder.toString());
    }

    private void addHeaders() {
        for (var folder : List.copyOf(folders)) {
            var start = root.resolve(folder).normalize();
            if (!start.startsWith(root) || !Files.isDirectory(start)) {
                continue;
            }
            try (Stream<Path> found = Files.walk(start, 16)) {
                found.filter(p -> p.toString().endsWith(".h") && Files.isRegularFile(p))
                        .limit(MOST_FILES + 1L)
                        .forEach(p -> pending.add(root.relativize(p).toString()));
            } catch (IOException | java.io.UncheckedIOException e) {
                throw DiagnosticException.badInput(Diagnostic.error(
                        "LB1001", "cannot read the folder '" + folder + "': " + e.getMessage()));
            }
        }
        if (pending.size() > MOST_FILES) {
            throw DiagnosticException.badInput(Diagnostic.error(
                            "LB1209", "more than " + MOST_FILES + " headers below the module's folders")
                    .withHelp("compile in a folder that holds the module alone"));
        }
    }

    private LexedFile lex(String path) {
        var file = root.resolve(path);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw DiagnosticException.badInput(Diagnostic.error(
                        "LB1210", "'" + path + "' is larger than " + (LARGEST_FILE >> 20) + " MiB"));
            }
            var content = Files.readAllBytes(file);
            SpdxLicence.of(content).ifPresent(licence -> licences.put(path, licence));
            return lexer.lex(new SourceFile(path, Origin.MODULE), content, sink);
        } catch (IOException e) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB1001", "cannot read '" + path + "': " + e.getMessage()));
        }
    }

    private void followIncludes(LexedFile file) {
        var tokens = file.tokens();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).has(Token.LINE_START) && tokens.get(i).isPunctuator("#")
                    && (tokens.get(i + 1).isIdentifier("include") || tokens.get(i + 1).isIdentifier("include_next"))) {
                var name = tokens.get(i + 2);
                if (name.kind() == TokenKind.STRING || name.kind() == TokenKind.HEADER_NAME) {
                    follow(file.file().path(), name.text().substring(1, name.text().length() - 1));
                }
            }
        }
    }

    private void follow(String includer, String spelling) {
        var beside = Path.of(includer).getParent();
        Stream.concat(Stream.of(beside == null ? "." : beside.toString()), folders.stream())
                .flatMap(folder -> below(root.resolve(folder), spelling).stream())
                .filter(path -> path.startsWith(root) && Files.isRegularFile(path))
                .forEach(path -> pending.add(root.relativize(path).toString()));
    }

    /** What an include's spelling names in a folder; empty where no file of this system can have the name. */
    static Optional<Path> below(Path folder, String spelling) {
        try {
            return Optional.of(folder.resolve(spelling).normalize());
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }
}
