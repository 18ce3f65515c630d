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
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.latebind.kit.Appliance;
import org.latebind.kit.Command;
import org.latebind.kit.Distribution;

/** A suite's newest kernel: its header data, its unpacked headers, and the command line that kbuild would give gcc. */
final class KernelTree {
    private static final Pattern QUESTION = Pattern.compile("__has_(builtin|attribute|feature)\\(\\w\\w+\\)");

    private final Appliance latebind;
    private final Path folder;
    private final Path headerData;
    private final List<String> summary;
    private final List<Path> trees;
    private final List<Path> directories;

    private KernelTree(Appliance latebind, Path folder, Path headerData) throws Exception {
        this.latebind = latebind;
        this.folder = folder;
        this.headerData = headerData;
        this.summary = done(latebind, "show", headerData).lines().toList();
        this.trees = files(folder.resolve("tree/usr/src"), "").stream()
                .filter(path -> path.getFileName().toString().startsWith("linux-headers-")).toList();
        this.directories = Stream.of(field("include path").split(" "))
                .flatMap(name -> trees.stream().map(tree -> tree.resolve(name)))
                .filter(Files::isDirectory).toList();
    }

    /**
     * Fetches and unpacks it, and ingests it where its header data is not there; empty where it cannot be fetched.
     *
     * @param words suite, architecture, and perhaps flavor
     * @param known header data of a release that this distribution has made already
     */
    static Optional<KernelTree> of(String words, Path work, Appliance latebind, Function<String, Optional<Path>> known)
            throws Exception {
        var names = words.strip().split("\\s+");
        var command = new ArrayList<>(List.of("fetch", "--suite", names[0], "--arch", names[1], "-o", work.toString()));
        if (names.length > 2) {
            command.addAll(List.of("--flavour", names[2]));
        }
        Files.createDirectories(work);
        var fetched = latebind.run(command.toArray());
        if (fetched.status() != 0) {
            System.err.print(fetched);
            return Optional.empty();
        }
        var folder = Path.of(fetched.out().strip());
        var packages = files(folder, ".deb");
        var ready = known.apply(folder.getFileName().toString());
        var khd = ready.orElse(folder.resolve(folder.getFileName() + ".khd"));
        if (ready.isEmpty() && (!Files.exists(khd) || isOlderThanDistribution(khd))) {
            var ingest = new ArrayList<Object>(List.of("ingest", "-o", khd));
            ingest.addAll(packages);
            done(latebind, ingest.toArray());
        }
        for (var deb : packages) {
            Command.of(folder, "dpkg-deb", "-x", deb.toString(), "tree").run().done();
        }
        var tree = new KernelTree(latebind, folder, khd);
        tree.answerConfig();
        return Optional.of(tree);
    }

    private static boolean isOlderThanDistribution(Path khd) throws IOException {
        for (var jar : Distribution.jars("core")) {
            if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(khd)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** What the config says of the compiler is answered for ours in header data; gcc is given the same answers. */
    private void answerConfig() throws IOException {
        var autoconf = inTree("include/generated/autoconf.h").orElseThrow();
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

    private Optional<Path> inTree(String file) {
        return trees.stream().map(tree -> tree.resolve(file)).filter(Files::exists).findFirst();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    String release() {
        return folder.getFileName().toString();
    }

    /** Of its own, for whatever is made of it. */
    Path folder() {
        return folder;
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
        for (var directory : directories) {
            under(directory).forEach(file -> all.add(directory.relativize(file).toString()));
        }
        // Folders lie in each other; what is found under a shorter name is not drawn twice.
        all.removeIf(name -> name.startsWith("uapi/") || name.startsWith("generated/uapi/"));
        // kbuild's markers of configuration symbols are files without text, which no source includes.
        all.removeIf(name -> name.startsWith("config/") && text(name).isEmpty());
        return List.copyOf(all);
    }

    /** The text of the header that an include of this name finds. */
    String text(String header) {
        return read(directories.stream().map(directory -> directory.resolve(header)).filter(Files::exists)
                .findFirst().orElseThrow());
    }

    /** Comments are in any encoding. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> under(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".h") && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** gcc's options, but for the module's names; those that this gcc does not know are left out. */
    List<String> options(KernelGcc gcc) throws Exception {
        var options = new ArrayList<String>();
        for (var flag : done(latebind, "show", headerData, "flags").strip().split("\\s+")) {
            if (!flag.matches("-W.*|-fplugin.*|-f(macro|file)-prefix-map.*|--param.*") && gcc.accepts(flag)) {
                options.add(flag);
            }
        }
        directories.forEach(directory -> options.add("-I" + directory));
        if (field("include path").contains("compiler/include")) {
            options.addAll(List.of("-isystem", gcc.said("-print-file-name=include")));
        }
        summary.stream().filter(line -> line.startsWith("definition: "))
                .forEach(line -> options.add("-D" + line.substring("definition: ".length())));
        for (var forced : field("forced headers").split(" ")) {
            inTree(forced).ifPresent(file -> options.addAll(List.of("-include", file.toString())));
        }
        trees.forEach(tree -> options.add("-fmacro-prefix-map=" + tree + "/="));
        options.addAll(List.of("-nostdinc", "-w"));
        return options;
    }

    /**
     * Writes our answers into the headers' questions where gcc has others: what builtins and attributes there are is a
     * compiler's own to say. Returns those questions.
     */
    List<String> answerFeatures(KernelGcc gcc, List<String> options) throws Exception {
        var questions = new TreeSet<String>();
        var asking = new ArrayList<Path>();
        for (var directory : directories) {
            for (var file : under(directory)) {
                var found = QUESTION.matcher(read(file)).results().map(MatchResult::group).toList();
                questions.addAll(found);
                if (!found.isEmpty()) {
                    asking.add(file);
                }
            }
        }
        var all = List.copyOf(questions);
        // In a folder of its own: headers below a module's folder are the module's.
        var module = Files.createDirectories(folder.resolve("probe"));
        Files.writeString(module.resolve("probe.c"), IntStream.range(0, all.size())
                .mapToObj(i -> "#if " + all.get(i) + "\nint yes_" + i + ";\n#endif\n").collect(Collectors.joining()));
        var ours = preprocessed(module.resolve("probe.dko"), List.of(), List.of(module.resolve("probe.c")));
        var words = new ArrayList<>(List.of("-E", "-P"));
        words.addAll(options);
        words.add("probe.c");
        var theirs = gcc.run(module, words).text();
        var different = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            var declared = Pattern.compile("\\byes_" + i + "\\b");
            boolean yes = declared.matcher(ours).find();
            if (yes != declared.matcher(theirs).find()) {
                different.add(all.get(i) + " is " + (yes ? 1 : 0));
                for (var file : asking) {
                    Files.writeString(file, read(file).replace(all.get(i), yes ? "1" : "0"), StandardCharsets.ISO_8859_1);
                }
            }
        }
        return different;
    }

    /**
     * What a link's preprocessor makes of sources, as the command {@code dump} prints it.
     *
     * @param module where the deferred module is put; its file's name is the module's
     */
    String preprocessed(Path module, List<?> options, List<Path> sources) throws Exception {
        var compile = new ArrayList<Object>(List.of("compile", "-o", module, "--name", name(module)));
        compile.addAll(options);
        compile.addAll(sources);
        done(latebind, compile.toArray());
        return done(latebind, "dump", "preprocess", "preprocess", module, headerData);
    }

    private static String name(Path module) {
        return module.getFileName().toString().replace(".dko", "");
    }

    private static String done(Appliance latebind, Object... words) throws Exception {
        var ran = latebind.run(words);
        if (ran.status() != 0) {
            throw new IllegalStateException(List.of(words) + ":\n" + ran);
        }
        return ran.out();
    }
}
