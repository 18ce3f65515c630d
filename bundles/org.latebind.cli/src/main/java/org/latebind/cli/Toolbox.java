package org.latebind.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.latebind.command.api.CommandIo;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.pass.api.ArtifactReader;
import org.latebind.pass.api.ArtifactWriter;
import org.latebind.pass.api.PipelineService;
import org.latebind.target.api.Targets;

/** What a command works with: the services that are there, and its streams. */
record Toolbox(
        PipelineService pipelines,
        Supplier<FileServices> services,
        Targets targets,
        CommandIo io) {

    /** Keeps what opens, writes and prints files until the result is closed. */
    PipelineService.Hold hold() {
        return pipelines.hold(() -> services.get().all()).orElseThrow(() -> DiagnosticException.badInput(
                Diagnostic.error("LB9017", "bundles that open or write files are being replaced; try again")));
    }

    private Collection<ArtifactReader<?>> readers() {
        return services.get().readers();
    }

    private Collection<ArtifactWriter<?>> writers() {
        return services.get().writers();
    }

    /** The file that a word of the command means. */
    Path resolve(Path file) {
        return io.folder().resolve(file).normalize();
    }

    List<Path> resolve(Collection<Path> files) {
        return files.stream().map(this::resolve).toList();
    }

    ArtifactReader<?> reader(String extension) {
        return readers().stream()
                .filter(r -> r.extension().equals(extension))
                .min(Comparator.comparing(r -> r.getClass().getName()))
                .orElseThrow(() -> missing("LB9021", "reads '." + extension + "' files",
                        readers().stream().map(ArtifactReader::extension).collect(Collectors.toCollection(TreeSet::new))));
    }

    /** The reader of a file, by its ending. */
    ArtifactReader<?> reader(Path file) {
        var extension = extension(file);
        if (readers().stream().noneMatch(r -> r.extension().equals(extension))) {
            throw missing("LB9021", "reads '" + file.getFileName() + "': files that end in '." + extension + "'",
                    readers().stream().map(ArtifactReader::extension).collect(Collectors.toCollection(TreeSet::new)));
        }
        return reader(extension);
    }

    /** The reader of the file's own ending where that gives the same kind of thing, else the usual one. */
    ArtifactReader<?> reader(Path file, String usual) {
        var expected = reader(usual);
        return readers().stream()
                .<ArtifactReader<?>>map(r -> r)
                .filter(r -> r.extension().equals(extension(file)) && r.type() == expected.type())
                .findFirst()
                .orElse(expected);
    }

    ArtifactWriter<?> writer(String extension) {
        return writers().stream()
                .filter(w -> w.extension().equals(extension))
                .min(Comparator.comparing(w -> w.getClass().getName()))
                .orElseThrow(() -> missing("LB9021", "writes '." + extension + "' files",
                        writers().stream().map(ArtifactWriter::extension).collect(Collectors.toCollection(TreeSet::new))));
    }

    /**
     * The writer of the type that a pipeline's text names, by its simple or full name; of several the one of
     * the file's ending.
     */
    Optional<ArtifactWriter<?>> writerOf(String typeName, Path file) {
        return writers().stream()
                .<ArtifactWriter<?>>map(w -> w)
                .filter(w -> w.type().getName().equals(typeName) || w.type().getSimpleName().equals(typeName))
                .min(Comparator.<ArtifactWriter<?>, Boolean>comparing(w -> !w.extension().equals(extension(file)))
                        .thenComparing(ArtifactWriter::extension));
    }

    Optional<ArtifactPrinter<?>> printer(Class<?> type) {
        return services.get().printers().stream()
                .<ArtifactPrinter<?>>map(p -> p)
                .filter(p -> p.type() == type)
                .findFirst();
    }

    /** The architecture of this machine, as its bundle calls it. */
    String hostArch() {
        var machine = System.getProperty("os.arch");
        return targets.called(machine)
                .orElseThrow(() -> Targets.missing("this machine's architecture '" + machine + "'")).names().arch();
    }

    /** The file's name without its ending. */
    static String stem(Path file) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static String extension(Path file) {
        var name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static DiagnosticException missing(String code, String what, TreeSet<String> there) {
        return DiagnosticException.badInput(Diagnostic.error(code, "no deployed bundle " + what)
                .withHelp("there are: " + (there.isEmpty() ? "none" : String.join(", ", there))));
    }
}
