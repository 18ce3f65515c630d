package org.latebind.make;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.kit.Golden;
import org.latebind.kit.Needs;

/**
 * What makefiles say by {@code $(info)} and the line at which they stop: ours is compared with the golden file beside
 * the makefile, and the golden file with what GNU make itself says where it is installed.
 *
 * <p>{@code -Dlatebind.bless=true} has GNU make write the golden files.
 */
class MakeOracleTest {
    private static final Path GOLDENS = Path.of("src/test/resources/makefiles");
    private static final Pattern STOP = Pattern.compile("(?m)^\\S*?([^/\\s]+):(\\d+): \\*\\*\\* .*Stop\\.$|"
            + "^([^/\\s]+):(\\d+): nothere\\.mk: No such file or directory$");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeFiles() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        for (var name : List.of("a.c", "b.c", "a.h", "x.h")) {
            Files.writeString(folder.resolve(name), "");
        }
        Files.writeString(folder.resolve("list.txt"), "one\ntwo\n");
        Files.writeString(folder.resolve("sub/inc.mk"), "INC += included\n");
        Files.writeString(folder.resolve("sub/open.mk"), "\tOPEN = an include ends the rule before it\n");
    }

    static Stream<Path> makefiles() throws IOException {
        try (var files = Files.list(GOLDENS)) {
            return files.filter(file -> file.toString().endsWith(".mk")).sorted().toList().stream();
        }
    }

    private static Path golden(Path makefile) {
        return makefile.resolveSibling(makefile.getFileName().toString().replaceFirst("mk$", "out"));
    }

    @ParameterizedTest
    @MethodSource("makefiles")
    void isEvaluatedAsTheGoldenFileSays(Path makefile) throws Exception {
        assertEquals(Files.readString(golden(makefile), StandardCharsets.ISO_8859_1), ours(makefile));
    }

    private static String ours(Path makefile) throws IOException {
        var evaluator = new MakeEvaluator(new FolderHost(folder), Limits.DEFAULT);
        var name = makefile.getFileName().toString();
        var stop = "";
        try {
            evaluator.evaluate(name, Makefile.parse(new SourceFile(name, Origin.MODULE),
                    Files.readString(makefile, StandardCharsets.ISO_8859_1)));
        } catch (DiagnosticException refused) {
            var place = refused.diagnostic().where();
            // GNU make names the file's end; we name the conditional.
            var line = refused.diagnostic().message().equals("missing 'endif'") ? "end" : place.line();
            stop = "stops at " + place.file().path() + ":" + line + "\n";
        }
        var out = new StringBuilder();
        evaluator.messages().stream().filter(message -> message.kind() == Message.Kind.INFO)
                .forEach(message -> out.append(message.text().known().orElse("(undecided)")).append('\n'));
        return out + stop;
    }

    @ParameterizedTest
    @MethodSource("makefiles")
    void theGoldenFileIsWhatMakeSays(Path makefile) throws Exception {
        Needs.programs("make");
        Needs.optional(fits(makefile), "a newer GNU make");
        var said = makes(makefile);
        Golden.assertSame(golden(makefile), said, StandardCharsets.ISO_8859_1);
    }

    /** {@code version-4.4.mk} has what older ones do not know. */
    private static boolean fits(Path makefile) throws Exception {
        var needed = Pattern.compile("version-([\\d.]+)\\.mk").matcher(makefile.getFileName().toString());
        if (!needed.matches()) {
            return true;
        }
        var version = Pattern.compile("GNU Make ([\\d.]+)").matcher(run("make", "--version").output());
        return version.find() && Double.parseDouble(version.group(1).replaceFirst("(\\d+\\.\\d+).*", "$1"))
                >= Double.parseDouble(needed.group(1));
    }

    private static String makes(Path makefile) throws Exception {
        var name = makefile.getFileName().toString();
        Files.copy(makefile, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("goal.rules"), "latebind-goal: ; @:\n");
        var result = run("make", "-rR", "--no-print-directory", "-f", name, "-f", "goal.rules", "latebind-goal");
        var stop = STOP.matcher(result.errors());
        if (result.status() == 0 || !stop.find()) {
            assertEquals(0, result.status(), result.errors());
            return result.output();
        }
        if (stop.group().contains("missing 'endif'")) {
            return result.output() + "stops at " + stop.group(1) + ":end\n";
        }
        return result.output() + "stops at " + (stop.group(1) == null ? stop.group(3) + ":" + stop.group(4)
                : stop.group(1) + ":" + stop.group(2)) + "\n";
    }

    private record Result(int status, String output, String errors) {}

    private static Result run(String... command) throws Exception {
        var errors = Files.createTempFile(folder, "errors", ".txt");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor(20, TimeUnit.SECONDS);
        var said = Files.readString(errors, StandardCharsets.ISO_8859_1);
        Files.delete(errors);
        return new Result(process.exitValue(), output, said);
    }
}
