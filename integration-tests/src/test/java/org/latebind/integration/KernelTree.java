package org.latebind.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A suite's newest kernel: its header data, its unpacked headers, and the command line that kbuild would give gcc. */
final class KernelTree {
    private static final Pattern QUESTION = Pattern.compile("__has_(builtin|attribute)\\(\\w\\w+\\)");

    private final Path folder;
    private final Path headerData;
    private final List<String> summary;

    private KernelTree(Path folder, Path headerData) throws IOException, InterruptedException {
        this.folder = folder;
        this.headerData = headerData;
        this.summary = latebind("show", headerData.toString()).lines().toList();
    }

    /**
     * Fetches, ingests and unpacks it, as far as that was not done before; empty where it cannot be fetched.
     *
     * @param words suite, architecture, and perhaps flavour
     */
    static Optional<KernelTree> of(String words, Path work) throws IOException, InterruptedException {
        var names = words.strip().split("\\s+");
        var command = new ArrayList<>(List.of("fetch", "--suite", names[0], "--arch", names[1], "-o", work.toString()));
        if (names.length > 2) {
            command.addAll(List.of("--flavour", names[2]));
        }
        Files.createDirectories(work);
        var fetched = work.resolve("fetched.txt");
        if (run(work, fetched, launcher(command)) != 0) {
            return Optional.empty();
        }
        var folder = Path.of(Files.readString(fetched).strip());
        var khd = folder.resolve(folder.getFileName() + ".khd");
        var packages = files(folder, ".deb");
        if (!Files.exists(khd)) {
            var ingest = new ArrayList<>(List.of("ingest", "-o", khd.toString()));
            packages.forEach(deb -> ingest.add(deb.toString()));
            latebind(ingest.toArray(String[]::new));
        }
        for (var deb : packages) {
            run(folder, folder.resolve("unpacked.txt"), List.of("dpkg-deb", "-x", deb.toString(), folder.resolve("tree").toString()));
        }
        var tree = new KernelTree(folder, khd);
        tree.answerConfig();
        return Optional.of(tree);
    }

    /** What the config says of the compiler is answered for ours in header data; gcc is given the same answers. */
    private void answerConfig() throws IOException {
        var autoconf = trees().stream().map(tree -> tree.resolve("include/generated/autoconf.h")).filter(Files::exists)
                .findFirst().orElseThrow();
        var lines = new ArrayList<>(Files.readAllLines(autoconf));
        summary.stream().filter(line -> line.startsWith("answered: ")).forEach(line -> {
            var words = line.split("[ =:]+", 4);
            lines.removeIf(old -> old.startsWith("#define " + words[1] + " "));
            if (!words[2].equals("n")) {
                lines.add("#define " + words[1] + " " + (words[2].equals("y") ? "1" : words[2]));
            }
        });
        Files.write(autoconf, lines);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    String release() {
        return folder.getFileName().toString();
    }

    Path headerData() {
        return headerData;
    }

    /** The version of gcc that built it: {@code 12}. */
    String gccVersion() {
        return field("compiler").replaceFirst("^.*?gcc(?:-| \\(.*?\\) )(\\d+).*", "$1");
    }

    private String field(String name) {
        return summary.stream().filter(line -> line.startsWith(name + ": ")).map(line -> line.substring(name.length() + 2))
                .findFirst().orElse("");
    }

    /** What an include calls each header of the folders that are searched. */
    List<String> headers() {
        var all = new TreeSet<String>();
        for (var directory : directories()) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.filter(file -> file.toString().endsWith(".h") && Files.isRegularFile(file))
                        .forEach(file -> all.add(directory.relativize(file).toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        // Folders lie in each other; what is found under a shorter name is not drawn twice.
        all.removeIf(name -> name.startsWith("uapi/") || name.startsWith("generated/uapi/"));
        return List.copyOf(all);
    }

    private List<Path> trees() {
        try {
            return files(folder.resolve("tree/usr/src"), "").stream()
                    .filter(path -> path.getFileName().toString().startsWith("linux-headers-")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> directories() {
        return Stream.of(field("include path").split(" "))
                .flatMap(name -> trees().stream().map(tree -> tree.resolve(name)))
                .filter(Files::isDirectory).toList();
    }

    /** gcc's options, but for the module's names; those that this gcc does not know are left out. */
    List<String> options(String gcc) throws IOException, InterruptedException {
        var options = new ArrayList<String>();
        for (var flag : latebind("show", headerData.toString(), "flags").split("\\s+")) {
            if (!flag.matches("-W.*|-fplugin.*|-f(macro|file)-prefix-map.*|--param.*") && accepts(gcc, flag)) {
                options.add(flag);
            }
        }
        directories().forEach(directory -> options.add("-I" + directory));
        if (field("include path").contains("compiler/include")) {
            options.addAll(List.of("-isystem", output(List.of(gcc, "-print-file-name=include")).strip()));
        }
        summary.stream().filter(line -> line.startsWith("definition: "))
                .forEach(line -> options.add("-D" + line.substring("definition: ".length())));
        for (var forced : field("forced headers").split(" ")) {
            trees().stream().map(tree -> tree.resolve(forced)).filter(Files::exists).findFirst()
                    .ifPresent(file -> options.addAll(List.of("-include", file.toString())));
        }
        trees().forEach(tree -> options.add("-fmacro-prefix-map=" + tree + "/="));
        options.addAll(List.of("-nostdinc", "-w"));
        return options;
    }

    /**
     * Writes our answers into the headers' questions where gcc has others: what builtins and attributes there are is a
     * compiler's own to say. Returns those questions.
     */
    List<String> answerFeatures(String gcc, List<String> options) throws IOException, InterruptedException {
        var questions = new TreeSet<String>();
        var asking = new ArrayList<Path>();
        for (var directory : directories()) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (var file : files.filter(name -> name.toString().endsWith(".h") && Files.isRegularFile(name)).toList()) {
                    var found = QUESTION.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).results()
                            .map(MatchResult::group).toList();
                    questions.addAll(found);
                    if (!found.isEmpty()) {
                        asking.add(file);
                    }
                }
            }
        }
        var all = List.copyOf(questions);
        // In a folder of its own: headers below a module's folder are the module's.
        var module = Files.createDirectories(folder.resolve("probe"));
        var probe = module.resolve("probe.c");
        Files.writeString(probe, IntStream.range(0, all.size())
                .mapToObj(i -> "#if " + all.get(i) + "\nint yes_" + i + ";\n#endif\n").collect(Collectors.joining()));
        latebind("compile", "-o", module.resolve("probe.dko").toString(), probe.toString());
        var ours = latebind("dump", "preprocess", "preprocess", module.resolve("probe.dko").toString(), headerData.toString());
        var command = new ArrayList<>(List.of(gcc, "-E", "-P"));
        command.addAll(options);
        command.add(probe.toString());
        var theirs = output(command);
        var different = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            boolean yes = Pattern.compile("\\byes_" + i + "\\b").matcher(ours).find();
            if (yes != Pattern.compile("\\byes_" + i + "\\b").matcher(theirs).find()) {
                different.add(all.get(i) + " is " + (yes ? 1 : 0));
                for (var file : asking) {
                    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    Files.writeString(file, text.replace(all.get(i), yes ? "1" : "0"), StandardCharsets.ISO_8859_1);
                }
            }
        }
        return different;
    }

    private boolean accepts(String gcc, String flag) throws IOException, InterruptedException {
        return run(folder, folder.resolve("asked.txt"), List.of(gcc, flag, "-E", "-xc", "/dev/null")) == 0;
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        var out = folder.resolve("output.txt");
        run(folder, out, command);
        return Files.readString(out);
    }

    static String latebind(String... words) throws IOException, InterruptedException {
        var out = Files.createTempFile("latebind", ".txt");
        try {
            if (run(Path.of("."), out, launcher(List.of(words))) != 0) {
                throw new IllegalStateException(List.of(words) + ":\n" + Files.readString(out));
            }
            return Files.readString(out);
        } finally {
            Files.delete(out);
        }
    }

    private static List<String> launcher(List<String> words) {
        var command = new ArrayList<>(List.of("sh", Distribution.HOME.resolve("latebind").toString()));
        command.addAll(words);
        return command;
    }

    /** A command's exit status; its standard output goes to a file. */
    static int run(Path folder, Path output, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LATEBIND_JAVA_HOME", System.getProperty("java.home"));
        return builder.start().waitFor();
    }
}
