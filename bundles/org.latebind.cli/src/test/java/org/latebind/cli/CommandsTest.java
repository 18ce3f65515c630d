package org.latebind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latebind.command.api.CommandIo;
import org.latebind.command.api.CompileRequest;
import org.latebind.command.api.Terminal;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.pass.api.ArtifactKey;
import org.latebind.pass.api.ArtifactPrinter;
import org.latebind.pass.api.ArtifactReader;
import org.latebind.pass.api.ArtifactWriter;
import org.latebind.pass.api.PassDescription;
import org.latebind.pass.api.Pipeline;
import org.latebind.pass.api.PipelineService;
import org.latebind.pass.api.Plan;
import org.latebind.pass.api.RunRequest;
import org.latebind.pass.api.RunResult;
import org.latebind.pass.api.RunResult.Outcome;

class CommandsTest {
    record Deferred(String text) {}

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakePipelines pipelines = new FakePipelines();
    private boolean diskFull;
    private Terminal terminal = Terminal.NONE;

    @ParameterizedTest
    @ValueSource(strings = {"compile", "ingest", "link", "show", "cc", "passes", "plan", "run", "dump", "shell", "help"})
    void helpTellsUsageAndExitStatus(String command) {
        assertEquals(0, run(command, "--help"));
        assertTrue(out.toString().contains("Usage: latebind " + command), out.toString());
        assertTrue(out.toString().contains("Exit status:"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "nonsense", "link", "compile --bad", ""})
    void badUsageIsTwo(String words) {
        assertEquals(2, run(words.isEmpty() ? new String[0] : words.split(" ")));
        assertTrue(err.toString().startsWith("error[LB9020]: "), err.toString());
        assertTrue(err.toString().contains("--help"), err.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "complie | there is no command 'complie' | did you mean 'compile'?",
        "lnik | there is no command 'lnik' | did you mean 'link'?",
        "xyzzy | there is no command 'xyzzy' | see latebind --help",
        "help lnik | there is no command 'lnik' | did you mean 'link'?",
        "link a.dko b.khd --emti o | unknown option: '--emti' | did you mean '--emit'?",
        "link a.dko b.khd c.khd | one argument too many: 'c.khd' | see latebind link --help",
        "link a.dko | missing: 'KHD' | see latebind link --help",
        "link k.khd m.dko | the arguments are swapped | latebind link m.dko k.khd",
        "check k.khd m.dko | the arguments are swapped | latebind check m.dko k.khd",
        "link m.dko k.khd --json -o - | --json prints on standard output, and so does '-o -' | give -o a file",
    })
    void wrongWordsAreExplained(String words, String message, String help) {
        assertEquals(2, run(words.split(" ")));
        assertTrue(err.toString().contains(message) || out.toString().contains(message), err.toString() + out);
        assertTrue(err.toString().contains(help) || out.toString().contains(help), err.toString() + out);
    }

    @Test
    void helpIsACommand() {
        assertEquals(0, run("help"));
        assertTrue(out.toString().contains("Usage: latebind"), out.toString());
        assertEquals(0, run("help", "link"));
        assertTrue(out.toString().contains("Usage: latebind link"), out.toString());
    }

    @ParameterizedTest
    @CsvSource({"passes,--time", "passes,--set", "passes,--backend", "plan,--time", "plan,--dump-after",
        "plan,--pipeline", "dump,--pipeline", "show,--set", "show,--time", "run,--pipeline"})
    void aCommandHasNoOptionThatMeansNothingThere(String command, String option) {
        assertEquals(0, run(command, "--help"));
        assertFalse(out.toString().contains(option + " ") || out.toString().contains(option + "="), out.toString());
    }

    @Test
    void settingsThatNothingUsesAreRefused() throws IOException {
        source();
        assertEquals(2, run("compile", "--set", "konwn=1", "m.c"));
        assertTrue(err.toString().contains("pipeline 'compile' has no variable or option 'konwn'"), err.toString());
        assertTrue(err.toString().contains("did you mean 'known'?"), err.toString());
        assertOnlySource();
        assertEquals(0, run("compile", "--set", "known=1", "m.c"));
    }

    @Test
    void theModulesOwnNameIsItsFiles() throws IOException {
        var packaged = Files.createDirectory(folder.resolve("pack-0.8"));
        assertEquals(0, run("compile", packaged.toString()), err.toString());
        assertTrue(Files.exists(folder.resolve("pack.dko")), err.toString());
        assertEquals("wrote pack.dko\n", err.toString());
    }

    @Test
    void quietSaysNothing() throws IOException {
        source();
        assertEquals(0, run("compile", "-q", "m.c"));
        assertEquals("", err.toString() + out);
    }

    @Test
    void aDashIsStandardOutput() throws IOException {
        source();
        assertEquals(0, run("compile", "-o", "-", "m.c"));
        assertEquals("m with []", out.toString());
        assertEquals("", err.toString());
        assertOnlySource();
    }

    @Test
    void colorsAreForTerminalsThatHaveThem() {
        terminal = Terminal.of(true, true, Map.of("TERM", "xterm"));
        run("nonsense");
        assertTrue(err.toString().startsWith("\033[1;31merror[LB9020]:\033[0m there"), err.toString());
        for (var plain : List.of(
                Terminal.NONE,
                Terminal.of(true, true, Map.of("TERM", "dumb")),
                Terminal.of(true, true, Map.of("TERM", "xterm", "NO_COLOR", "1")),
                Terminal.of(true, false, Map.of("TERM", "xterm")))) {
            err.reset();
            terminal = plain;
            run("nonsense");
            assertTrue(err.toString().startsWith("error[LB9020]: there"), err.toString());
        }
    }

    @Test
    void compileWritesTheModule() throws IOException {
        source();
        assertEquals(0, run("compile", "-D", "X=1", "m.c"), err.toString());
        assertEquals("m with [Definition[name=X, value=1]]", Files.readString(folder.resolve("m.dko")));
    }

    @Test
    void aMissingSourceIsTold() {
        assertEquals(2, run("compile", "m.c"));
        assertTrue(err.toString().startsWith("error[LB9023]: there is no file "), err.toString());
    }

    @Test
    void aRefusalWritesNothing() throws IOException {
        source();
        pipelines.outcome = Outcome.REFUSED;
        assertEquals(1, run("compile", "m.c"));
        assertEquals("error[LB4001]: wrong\n", err.toString());
        assertOnlySource();
    }

    @Test
    void aFullDiskLeavesWhatWasThere() throws IOException {
        source();
        Files.writeString(folder.resolve("m.dko"), "old");
        diskFull = true;
        assertEquals(2, run("compile", "m.c"));
        assertTrue(err.toString().contains("No space left on device"), err.toString());
        assertEquals("old", Files.readString(folder.resolve("m.dko")));
        Files.delete(folder.resolve("m.dko"));
        assertOnlySource();
    }

    @Test
    void anOutputThatIsALinkStaysOne() throws IOException {
        source();
        var file = Files.writeString(Files.createDirectory(folder.resolve("elsewhere")).resolve("old.dko"), "old");
        var link = Files.createSymbolicLink(folder.resolve("m.dko"), file);
        assertEquals(0, run("compile", "m.c"), err.toString());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("m with []", Files.readString(file));
    }

    @Test
    void anOutputThatIsNoFileIsWrittenInto() throws Exception {
        source();
        var pipe = folder.resolve("m.dko");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        var read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertEquals(0, run("compile", "m.c"), err.toString());
        assertEquals("m with []", read.get(1, TimeUnit.MINUTES));
        assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
    }

    @Test
    void aMissingOutputFolderIsTold() throws IOException {
        source();
        assertEquals(2, run("compile", "-o", "none/m.dko", "m.c"));
        assertTrue(err.toString().contains("error[LB9022]: cannot write "), err.toString());
    }

    @Test
    void jsonTellsTheWholeResult() throws IOException {
        source();
        assertEquals(0, run("compile", "--json", "m.c"));
        assertTrue(out.toString().contains("\"exitStatus\": 0"), out.toString());
        assertTrue(out.toString().contains(folder.resolve("m.dko").toString()), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void timeTellsEachPass() throws IOException {
        source();
        assertEquals(0, run("compile", "--time", "m.c"));
        assertTrue(err.toString().lines().anyMatch(line -> line.matches(" *\\d+\\.\\d{4} s  compile")), err.toString());
    }

    @Test
    void showPrintsOrTellsThatThereIsNoSuchThing() throws IOException {
        Files.writeString(folder.resolve("m.dko"), "content");
        assertEquals(0, run("show", "m.dko"));
        assertEquals("content\n", out.toString());
        assertEquals(1, run("show", "m.dko", "absent"));
        assertTrue(err.toString().contains("error[LB9025]: m.dko has nothing called 'absent'"), err.toString());
        err.reset();
        assertEquals(1, run("show", "m.dko", "presnet"));
        assertTrue(err.toString().contains("help: did you mean 'present'?"), err.toString());
    }

    @Test
    void anUnknownFormatNamesTheKnown() {
        assertEquals(2, run("show", "m.xyz"));
        assertTrue(err.toString().contains("no deployed bundle reads 'm.xyz'"), err.toString());
        assertTrue(err.toString().contains("help: there are: dko"), err.toString());
    }

    private void source() throws IOException {
        Files.writeString(folder.resolve("m.c"), "");
    }

    private void assertOnlySource() throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("m.c")), files.toList());
        }
    }

    private int run(String... words) {
        var io = new CommandIo(InputStream.nullInputStream(), new PrintStream(out, true),
                new PrintStream(err, true), folder, terminal);
        return PicocliCommandService
                .over(pipelines, List.of(new Format()), List.of(new Format()), List.of(new Printer()), List.of())
                .run(List.of(words), io);
    }

    private final class Format implements ArtifactReader<Deferred>, ArtifactWriter<Deferred> {
        @Override
        public Class<Deferred> type() {
            return Deferred.class;
        }

        @Override
        public String extension() {
            return "dko";
        }

        @Override
        public Deferred read(Path file, DiagnosticSink diagnostics) throws IOException {
            return new Deferred(Files.readString(file));
        }

        @Override
        public void write(Deferred artifact, Path file, DiagnosticSink diagnostics) throws IOException {
            Files.writeString(file, artifact.text());
            if (diskFull) {
                throw new IOException("No space left on device");
            }
        }
    }

    private static final class Printer implements ArtifactPrinter<Deferred> {
        @Override
        public Class<Deferred> type() {
            return Deferred.class;
        }

        @Override
        public boolean print(Deferred artifact, Optional<String> name, Appendable to) throws IOException {
            if (name.isPresent()) {
                return false;
            }
            to.append(artifact.text()).append('\n');
            return true;
        }

        @Override
        public Collection<String> names(Deferred artifact) {
            return List.of("present");
        }
    }

    /** Pipelines whose one pass tells what it was asked. */
    private static final class FakePipelines implements PipelineService, Plan {
        private static final PassDescription PASS = new PassDescription(
                "compile", List.of(), List.of(), "", List.of("known"), "fake", "1.0.0", Map.of());
        private Outcome outcome = Outcome.OK;

        @Override
        public List<PassDescription> passes() {
            return List.of(PASS);
        }

        @Override
        public SortedSet<String> pipelines() {
            return new TreeSet<>(List.of("compile"));
        }

        @Override
        public Pipeline pipeline(String name) {
            var stage = new Pipeline.Stage(Position.NONE, Optional.of("compile"), Optional.empty(), Map.of());
            return new Pipeline(name, List.of(), List.of(), List.of(stage));
        }

        @Override
        public Pipeline parse(String name, String text) {
            return pipeline(name);
        }

        @Override
        public Optional<Plan> plan(
                Pipeline pipeline, Map<String, String> variables, Optional<Class<?>> until, DiagnosticSink sink) {
            assertFalse(until.isEmpty());
            return Optional.of(this);
        }

        @Override
        public Optional<Hold> hold(Supplier<? extends Collection<?>> services) {
            return Optional.of(() -> { });
        }

        @Override
        public Pipeline pipeline() {
            return pipeline("compile");
        }

        @Override
        public RunResult run(RunRequest request) {
            var asked = (CompileRequest) request.inputs().get(ArtifactKey.of(CompileRequest.class));
            var name = asked.inputs().get(0).getFileName().toString().replace(".c", "");
            var made = new Deferred(name + " with " + asked.definitions());
            var report = new RunResult.PassReport(PASS, 1_000_000, new TreeMap<>(), new TreeMap<>());
            var told = outcome == Outcome.OK ? List.<Diagnostic>of() : List.of(Diagnostic.error("LB4001", "wrong"));
            return new RunResult(outcome, told, 0, List.of(report),
                    Map.of(ArtifactKey.of(Deferred.class), made), (file, line) -> Optional.empty());
        }

        @Override
        public void close() {}
    }
}
