package org.latebind.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.diagnostics.api.Spelling;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.SourceText;
import org.latebind.ir.api.UnitPlan;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.SpdxLicense;
import org.latebind.token.api.TokenKind;

/**
 * Finds and lexes every file of a module: its units, and whatever an include directive, {@code -include} or {@code
 * __has_include} names. Where a directive computes the name, what its macros may spell is read; where that is not the
 * module's to decide, all headers in the module's folders are, those that nothing names as {@link #isCertain guesses}.
 */
final class ModuleFiles {
    private static final Pattern HEADER_WORD = Pattern.compile("[^\\s:=\"']+\\.h\\b");
    private static final int MOST_FILES = 20_000;
    private static final long LARGEST_FILE = 64L << 20;

    private final Sources sources;
    private final Path root;
    private final Map<String, List<String>> byName;
    private final Lexer lexer;
    private final DiagnosticSink sink;
    private final TreeMap<String, LexedFile> files = new TreeMap<>();
    private final Map<String, String> licenses = new HashMap<>();
    private final Map<String, SourceText> texts = new HashMap<>();
    private final ArrayDeque<String> pending = new ArrayDeque<>();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> guesses = new HashSet<>();
    private final ComputedIncludes computed = new ComputedIncludes();

    ModuleFiles(Sources sources, Lexer lexer, DiagnosticSink sink) {
        this.sources = sources;
        this.root = sources.root();
        this.byName = byName(sources.build());
        this.lexer = lexer;
        this.sink = sink;
    }

    /** All files, by path. */
    Collection<LexedFile> read() {
        for (var unit : sources.units()) {
            folders.addAll(unit.includeFolders());
            unit.otherFolders().forEach(folder -> folders.add(folder.folder()));
            require(unit);
            define(unit);
        }
        sources.units().forEach(this::force);
        named(sources.build());
        if (sources.certain()) {
            readPending(sink);
        } else {
            guesses.addAll(pending);
            readPending(ignored -> { });
        }
        boolean all = readComputed(sources.certain() ? sink : ignored -> { });
        if (!sources.certain()) {
            guesses.addAll(files.keySet());
        }
        if (!all) {
            addHeaders();
            guesses.addAll(pending);
            if (sources.certain()) {
                guesses.removeAll(files.keySet());
            }
            readPending(ignored -> { });
        }
        return files.values();
    }

    private void define(UnitPlan unit) {
        for (var macro : unit.macros()) {
            var text = macro.name() + " " + macro.value().orElse("");
            var line = lexer.lex(SourceFile.BUILT_IN, text.getBytes(StandardCharsets.UTF_8), ignored -> { }).tokens();
            if (!line.isEmpty() && line.getFirst().kind() == TokenKind.IDENTIFIER) {
                computed.define(line.stream().filter(token -> token.kind() != TokenKind.END).toList());
            }
        }
    }

    private void force(UnitPlan unit) {
        for (var header : unit.forcedHeaders()) {
            var found = lookUp(".", header);
            if (found.isEmpty() && header.startsWith("./")) {
                throw DiagnosticException.badInput(Diagnostic.error(
                        "LB1001", "there is no file '" + header.substring(2) + "' in the module's folder, which -include names"));
            }
            pending.addAll(found);
        }
    }

    /**
     * Reads what computed includes may name, until that names no more.
     *
     * @return whether that is all they may name
     */
    private boolean readComputed(DiagnosticSink told) {
        while (true) {
            var names = computed.names();
            if (names.isEmpty()) {
                return false;
            }
            for (var includer : List.copyOf(files.keySet())) {
                var beside = Path.of(includer).getParent();
                names.get().forEach(name -> pending.addAll(lookUp(beside == null ? "." : beside.toString(), name)));
                names.get().forEach(name -> pending.addAll(elsewhere(name)));
            }
            pending.removeIf(files::containsKey);
            if (pending.isEmpty()) {
                return true;
            }
            readPending(told);
        }
    }

    /** The module's files that a spelling may mean, in a folder and in those that are searched. */
    private List<String> lookUp(String beside, String spelling) {
        return Stream.concat(Stream.of(beside), folders.stream())
                .flatMap(folder -> below(root.resolve(folder), spelling).stream())
                .filter(path -> path.startsWith(root) && Files.isRegularFile(path))
                .map(path -> root.relativize(path).toString())
                .toList();
    }

    private void readPending(DiagnosticSink told) {
        while (!pending.isEmpty()) {
            var path = pending.poll();
            if (!files.containsKey(path)) {
                var file = lex(path, told);
                files.put(path, file);
                var includes = Includes.of(file);
                computed.collect(file.tokens());
                includes.computed().forEach(computed::use);
                includes.named().forEach(include -> follow(path, include, told));
            }
        }
    }

    /** Whether a file is the module's for sure; another one may be anything, and its errors are not the module's. */
    boolean isCertain(String path) {
        return !guesses.contains(path);
    }

    /** Whether a file is the main file of a unit, for sure or perhaps. */
    boolean isUnit(String path) {
        return sources.units().stream().anyMatch(unit -> unit.source().equals(path));
    }

    /** The license that a file states, once it is read. */
    Optional<String> license(String path) {
        return Optional.ofNullable(licenses.get(path));
    }

    /** What modpost reads of a file, once it is read. */
    Optional<SourceText> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    private void require(UnitPlan unit) {
        if (!Files.isRegularFile(root.resolve(unit.source()))) {
            refuseOtherSort(unit);
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB1001", "there is no file '" + unit.source() + "' in the module's folder"));
        }
        pending.add(unit.source());
        var folder = Path.of(unit.source()).getParent();
        folders.add(folder == null ? "." : folder.toString());
    }

    /** An object that is made of no C file: of an assembler source, or not at all. */
    private void refuseOtherSort(UnitPlan unit) {
        for (var ending : List.of(".S", ".s")) {
            if (Files.isRegularFile(root.resolve(unit.object() + ending))) {
                throw DiagnosticException.refused(Diagnostic.error("LB1001", "'" + unit.object() + ending
                                + "' is an assembler source, which cannot be part of a module")
                        .withHelp("write it as C with asm statements"));
            }
        }
        var folder = root.resolve(unit.object()).getParent();
        var name = root.resolve(unit.object()).getFileName() + ".o";
        try (var found = Files.list(folder)) {
            found.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(name) && !file.endsWith(".cmd")).sorted().findFirst().ifPresent(file -> {
                throw DiagnosticException.refused(Diagnostic.error("LB1001", "'" + root.relativize(folder.resolve(file))
                                + "' is a prebuilt object, which cannot be part of a module")
                        .withHelp("it was made for one architecture and one kernel: its source is needed"));
            });
        } catch (IOException noFolder) {
            // There is no such file either.
        }
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

    private LexedFile lex(String path, DiagnosticSink told) {
        var file = root.resolve(path);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw DiagnosticException.badInput(Diagnostic.error(
                        "LB1210", "'" + path + "' is larger than " + (LARGEST_FILE >> 20) + " MiB"));
            }
            var content = Files.readAllBytes(file);
            texts.put(path, SourceText.of(content));
            SpdxLicense.of(content).ifPresent(license -> licenses.put(path, license));
            return lexer.lex(new SourceFile(path, Origin.MODULE), content, told);
        } catch (IOException e) {
            throw DiagnosticException.badInput(Diagnostic.error(
                    "LB1001", "cannot read '" + path + "': " + e.getMessage()));
        }
    }

    private void follow(String includer, Includes.Named include, DiagnosticSink told) {
        var beside = Path.of(includer).getParent();
        var folder = beside == null ? "." : beside.toString();
        var found = lookUp(folder, include.spelling());
        pending.addAll(found);
        var elsewhere = elsewhere(include.spelling());
        pending.addAll(elsewhere);
        if (found.isEmpty() && elsewhere.isEmpty() && include.isModules()) {
            told.report(missing(include, Stream.concat(Stream.of(folder), folders.stream()).toList()));
        }
    }

    /** Headers that a makefile names may be those of its {@code -include}. */
    private void named(BuildDescription build) {
        if (build instanceof BuildDescription.Package source) {
            source.files().stream().flatMap(file -> file.text().stream())
                    .flatMap(text -> HEADER_WORD.matcher(text).results()).map(MatchResult::group).distinct()
                    .forEach(word -> pending.addAll(elsewhere(word.replaceFirst("^.*[)}]/", ""))));
        }
    }

    /** Files that an include may name where a makefile adds the folder that is searched. */
    private List<String> elsewhere(String spelling) {
        if (sources.certain()) {
            return List.of();
        }
        var name = spelling.replaceFirst("^(\\.\\.?/)+", "");
        return byName.getOrDefault(name.substring(name.lastIndexOf('/') + 1), List.of()).stream()
                .filter(path -> path.equals(name) || path.endsWith("/" + name)).toList();
    }

    private static Map<String, List<String>> byName(BuildDescription build) {
        return switch (build) {
            case BuildDescription.Listed listed -> Map.of();
            case BuildDescription.Package source -> source.files().stream().map(BuildDescription.File::path)
                    .collect(Collectors.groupingBy(path -> path.substring(path.lastIndexOf('/') + 1)));
        };
    }

    /** No kernel has such a header in a folder that is searched, as far as anybody knows. */
    private Diagnostic missing(Includes.Named include, List<String> searched) {
        var headers = searched.stream().flatMap(folder -> headersIn(root.resolve(folder)).stream()).sorted().toList();
        return Diagnostic.warning("LB1212", include.at(), "'" + include.spelling() + "' is not in the module's folders")
                .withLength(include.spelling().length() + 2)
                .withHelp(Spelling.nearest(include.spelling(), headers)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("unless the kernel has a header of this name, a link will refuse the module"));
    }

    private static List<String> headersIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".h")).toList();
        } catch (IOException e) {
            return List.of(); // nothing to suggest
        }
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
