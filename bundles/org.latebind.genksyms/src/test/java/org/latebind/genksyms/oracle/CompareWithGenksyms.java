package org.latebind.genksyms.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.latebind.genksyms.Dialect;
import org.latebind.genksyms.SymbolVersions;

/**
 * Compares versions and dumps of types with a kernel's genksyms, for preprocessed files:
 *
 * <pre>
 *   CompareWithGenksyms PROGRAM RELEASE FILE.i ...
 * </pre>
 *
 * <p>In place of a file's name {@code random:FIRST-LAST} stands for files of random declarations by their seeds.
 */
public final class CompareWithGenksyms {
    /** @param types as {@code -T} writes them */
    public record Answer(TreeMap<String, Long> versions, List<String> types) {
        /** As lines, versions first. */
        public String text() {
            var text = new StringBuilder();
            versions.forEach((name, version) -> text.append("%s 0x%08x\n".formatted(name, version)));
            types.forEach(line -> text.append(line).append('\n'));
            return text.toString();
        }
    }

    private static final String RANDOM = "random:";
    private static final int DECLARATIONS = 20;
    private static final int SECONDS = 20;

    private CompareWithGenksyms() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var program = Path.of(arguments[0]);
        var dialect = Dialect.of(arguments[1]).orElseThrow();
        int files = 0;
        int symbols = 0;
        int types = 0;
        int without = 0;
        int different = 0;
        for (var name : names(List.of(arguments).subList(2, arguments.length))) {
            var text = text(name);
            var theirs = ask(program, text);
            files++;
            symbols += theirs.versions.size();
            types += theirs.types.size();
            without += theirs.versions.isEmpty() ? 1 : 0;
            var difference = difference(theirs, ours(dialect, text));
            if (!difference.isEmpty()) {
                different++;
                System.out.println(name + ": " + difference);
            }
        }
        System.out.printf("%s: %d files (%d without a version), %d versions, %d lines of types; %d files differ%n",
                arguments[1], files, without, symbols, types, different);
        System.exit(different == 0 ? 0 : 1);
    }

    private static List<String> names(List<String> arguments) {
        var names = new ArrayList<String>();
        for (var argument : arguments) {
            if (argument.startsWith(RANDOM)) {
                var seeds = argument.substring(RANDOM.length()).split("-");
                LongStream.rangeClosed(Long.parseLong(seeds[0]), Long.parseLong(seeds[1]))
                        .forEach(seed -> names.add(RANDOM + seed));
            } else {
                names.add(argument);
            }
        }
        return names;
    }

    private static String text(String name) throws IOException {
        return name.startsWith(RANDOM)
                ? RandomDeclarations.of(Long.parseLong(name.substring(RANDOM.length())), DECLARATIONS)
                : Files.readString(Path.of(name), StandardCharsets.UTF_8);
    }

    /** What a genksyms says. */
    public static Answer ask(Path program, String text) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("genksyms");
        try {
            var input = Files.writeString(folder.resolve("input.i"), text, StandardCharsets.UTF_8);
            var types = folder.resolve("types");
            var output = folder.resolve("versions");
            var process = new ProcessBuilder(program.toString(), "-T", types.toString(), "-r", "/dev/null")
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " ended with status " + process.exitValue());
            }
            var versions = new TreeMap<String, Long>();
            Files.readAllLines(output, StandardCharsets.UTF_8).forEach(line -> version(line, versions));
            return new Answer(versions, Files.readAllLines(types, StandardCharsets.UTF_8));
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /** {@code #SYMVER name 0x1234}, or before 5.19 {@code __crc_name = 0x1234;}. */
    private static void version(String line, TreeMap<String, Long> versions) {
        var words = line.replaceFirst("^(#SYMVER |__crc_)", "").replace(" = ", " ").replace(";", "").split(" ");
        versions.put(words[0], Long.decode(words[1]));
    }

    public static Answer ours(Dialect dialect, String text) {
        SymbolVersions versions = PreprocessedText.versions(dialect, text);
        return new Answer(new TreeMap<>(versions.versions()), versions.types());
    }

    /** The first difference; empty where there is none. */
    public static String difference(Answer theirs, Answer ours) {
        var problems = new ArrayList<String>();
        if (!theirs.versions.equals(ours.versions)) {
            problems.add("versions: theirs " + theirs.versions + ", ours " + ours.versions);
        }
        for (int i = 0; i < Math.max(theirs.types.size(), ours.types.size()); i++) {
            var their = i < theirs.types.size() ? theirs.types.get(i) : "(none)";
            var our = i < ours.types.size() ? ours.types.get(i) : "(none)";
            if (!their.equals(our)) {
                problems.add("types, line " + (i + 1) + ":\n  theirs " + their + "\n  ours   " + our);
                break;
            }
        }
        return String.join("\n", problems);
    }
}
