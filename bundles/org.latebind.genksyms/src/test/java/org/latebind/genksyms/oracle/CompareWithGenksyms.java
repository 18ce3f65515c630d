package org.latebind.genksyms.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.latebind.genksyms.Dialect;
import org.latebind.genksyms.SymbolVersions;

/**
 * Compares versions and dumps of types with a kernel's genksyms, for preprocessed files:
 *
 * <pre>
 *   CompareWithGenksyms PROGRAM RELEASE FILE.i ...
 * </pre>
 */
public final class CompareWithGenksyms {
    /** @param types as {@code -T} writes them */
    public record Answer(TreeMap<String, Long> versions, List<String> types) {}

    private CompareWithGenksyms() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var program = Path.of(arguments[0]);
        var dialect = Dialect.of(arguments[1]).orElseThrow();
        int symbols = 0;
        int types = 0;
        int without = 0;
        int different = 0;
        for (int i = 2; i < arguments.length; i++) {
            var text = Files.readString(Path.of(arguments[i]), StandardCharsets.UTF_8);
            var theirs = ask(program, text);
            var ours = ours(dialect, text);
            symbols += theirs.versions.size();
            types += theirs.types.size();
            without += theirs.versions.isEmpty() ? 1 : 0;
            var difference = difference(theirs, ours);
            if (!difference.isEmpty()) {
                different++;
                System.out.println(arguments[i] + ": " + difference);
            }
        }
        System.out.printf("%s: %d files (%d without a version), %d versions, %d lines of types; %d files differ%n",
                arguments[1], arguments.length - 2, without, symbols, types, different);
        System.exit(different == 0 ? 0 : 1);
    }

    /** What a genksyms says. */
    public static Answer ask(Path program, String text) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("genksyms");
        try {
            var input = Files.writeString(folder.resolve("input.i"), text, StandardCharsets.UTF_8);
            var types = folder.resolve("types");
            var process = new ProcessBuilder(program.toString(), "-T", types.toString(), "-r", "/dev/null")
                    .redirectInput(input.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var versions = new TreeMap<String, Long>();
            for (var line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                version(line, versions);
            }
            if (process.waitFor() != 0) {
                throw new IOException(program + " ended with status " + process.exitValue());
            }
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
        var words = line.replace(" = ", " ").replace(";", "").replace("#SYMVER ", "").replaceFirst("^__crc_", "").split(" ");
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
