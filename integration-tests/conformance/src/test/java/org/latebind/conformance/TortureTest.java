package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Command;
import org.latebind.kit.CompilerProcess;
import org.latebind.kit.Distribution;
import org.latebind.kit.Needs;

/**
 * gcc's C torture suite through {@code latebind cc}, linked and run by this machine.
 *
 * <p>A tenth of it by default; all of it with {@code LATEBIND_TORTURE=all}, none with {@code skip}. What
 * does not pass has to stand in {@code torture/not-passed.txt}, with a reason. A report of everything is
 * left in {@code target/torture-*.txt}.
 */
class TortureTest {
    private static final String WISH = System.getenv().getOrDefault("LATEBIND_TORTURE", "");
    private static final int SAMPLE = 10;
    private static final int RUN_SECONDS = 60;
    private static final Path KNOWN = Distribution.ROOT.resolve("integration-tests/conformance/torture/not-passed.txt");
    private static final Path WORK = Distribution.ROOT.resolve("integration-tests/conformance/target/torture");

    private static TortureSuite suite;
    private static CompilerProcess compiler;

    @BeforeAll
    static void start() throws Exception {
        Needs.asked(!WISH.equals("skip"), "LATEBIND_TORTURE=skip");
        suite = Needs.found(TortureSuite.fetch(), "the package with gcc's torture suite; what apt said is above");
        compiler = new CompilerProcess(RUN_SECONDS);
        Files.createDirectories(WORK);
    }

    @AfterAll
    static void stop() {
        if (compiler != null) {
            compiler.close();
        }
    }

    /** What became of a program: {@code PASS}, or what went wrong and the first line of why. */
    private record Verdict(String kind, String why) {
        static final Verdict PASS = new Verdict("PASS", "");

        @Override
        public String toString() {
            return kind + (why.isEmpty() ? "" : ": " + why);
        }
    }

    @Test
    void programsDoWhatTheyShould() throws Exception {
        Map<String, Future<Verdict>> running = new TreeMap<>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var program : chosen("execute")) {
                var name = program.getFileName().toString();
                var object = WORK.resolve(name + ".o");
                var compiled = compile(program, object);
                Callable<Verdict> run = () -> compiled == Verdict.PASS ? linkAndRun(name, object) : compiled;
                running.put(name, pool.submit(run));
            }
        }
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (var entry : running.entrySet()) {
            verdicts.put(entry.getKey(), entry.getValue().get());
        }
        judge("execute", verdicts);
    }

    @Test
    void everythingCompilesOrIsRefused() throws Exception {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (var program : chosen("compile")) {
            var name = program.getFileName().toString();
            var object = WORK.resolve(name + ".o");
            verdicts.put(name, compile(program, object));
            Files.deleteIfExists(object);
        }
        report("compile", verdicts);
        assertEquals(List.of(), verdicts.entrySet().stream()
                .filter(v -> !v.getValue().kind().matches("PASS|REFUSED")).map(Object::toString).toList());
    }

    private static List<Path> chosen(String part) throws IOException {
        var all = suite.programs(part);
        var chosen = new ArrayList<Path>();
        for (int i = 0; i < all.size(); i += WISH.equals("all") ? 1 : SAMPLE) {
            chosen.add(all.get(i));
        }
        return chosen;
    }

    private static void judge(String part, Map<String, Verdict> verdicts) throws IOException {
        report(part, verdicts);
        var known = Files.readAllLines(KNOWN).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.split("\\s+")[0]).toList();
        assertEquals(List.of(), verdicts.entrySet().stream()
                .filter(v -> v.getValue() != Verdict.PASS && !known.contains(v.getKey())).map(Object::toString).toList());
    }

    private static void report(String part, Map<String, Verdict> verdicts) throws IOException {
        var lines = verdicts.entrySet().stream().filter(v -> v.getValue() != Verdict.PASS)
                .map(v -> v.getKey() + " " + v.getValue()).toList();
        Files.write(WORK.resolveSibling("torture-" + part + ".txt"), lines);
        long passed = verdicts.size() - lines.size();
        System.err.println("torture " + part + ": " + passed + " of " + verdicts.size() + " passed");
        assertTrue(passed > 0, "nothing passed");
    }

    /** In one warm process, as long as it lives. */
    private static Verdict compile(Path program, Path object) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("cc", "-w", "-O2"));
        words.addAll(TortureSuite.flags(program));
        words.addAll(List.of("-c", program.toString(), "-o", object.toString()));
        var ran = compiler.run(words);
        if (ran.status() == 0) {
            return Verdict.PASS;
        }
        var error = ran.err().lines().filter(l -> l.contains("error[")).findFirst().orElse(ran.err());
        boolean refused = ran.status() > 0 && error.contains("error[") && !error.contains("internal error");
        var kind = ran.status() == CompilerProcess.HUNG ? "SLOW" : refused ? "REFUSED" : "CRASH";
        return new Verdict(kind, error.replaceFirst("^.*?error\\[", "["));
    }

    private static Verdict linkAndRun(String name, Path object) throws IOException, InterruptedException {
        var executable = WORK.resolve(name + ".x");
        var linked = Command.of(WORK, "gcc", "-o", executable.toString(), object.toString(), "-lm")
                .within(RUN_SECONDS).run();
        if (linked.status() != 0) {
            return new Verdict("LINK", linked.text().lines().skip(1).findFirst().orElse(""));
        }
        int status = Command.of(WORK, executable.toString()).within(RUN_SECONDS).run().status();
        for (var file : List.of(executable, object)) {
            Files.delete(file);
        }
        return switch (status) {
            case 0 -> Verdict.PASS;
            case Command.HUNG -> new Verdict("HANG", "still running after " + RUN_SECONDS + " seconds");
            default -> new Verdict("WRONG", "exit status " + status);
        };
    }
}
