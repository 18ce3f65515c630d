package org.latebind.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Appliance;
import org.latebind.kit.AptPackages;
import org.latebind.kit.Command;
import org.latebind.kit.CompilerProcess;
import org.latebind.kit.Distribution;
import org.latebind.kit.Needs;

/**
 * Random programs without undefined behavior, of csmith (PLDI 2011): compiled by {@code latebind cc} they print the same
 * checksums of their variables as compiled by gcc; where they do not, clang is asked who is right.
 *
 * <p>Seeds 1 to 100 by default; {@code LATEBIND_CSMITH=101-2000} for others, {@code skip} for none.
 * Programs that differ stay in {@code target/csmith}, a report in {@code target/csmith.txt}.
 */
class CsmithTest {
    private static final String WISH = System.getenv().getOrDefault("LATEBIND_CSMITH", "1-100");
    private static final int COMPILE_SECONDS = 60;
    /**
     * csmith does not promise that its programs end; most do within a blink. The limits are processor time, so that
     * a busy machine changes no verdict: gcc's program tells which seeds are compared, the others have more time.
     */
    private static final int RUN_SECONDS = 2;
    private static final int OTHERS_RUN_SECONDS = 10 * RUN_SECONDS;
    private static final int SIGXCPU = 24;
    private static final List<String> OPTIONS = List.of(
            "--no-float", "--bitfields", "--packed-struct", "--volatiles", "--volatile-pointers", "--unions", "--concise");
    private static final Path WORK = Distribution.ROOT.resolve("integration-tests/conformance/target/csmith");

    private static Path csmith;
    private static CompilerProcess compiler;

    private enum Outcome { SAME, ENDLESS, ORACLES_DIFFER, DIFFERENT }

    private record Verdict(Outcome outcome, String why) {}

    @BeforeAll
    static void start() throws Exception {
        Needs.asked(!WISH.equals("skip"), "LATEBIND_CSMITH=skip");
        Needs.programs("gcc", "clang-16");
        var fetched = AptPackages.folder("csmith",
                "apt-get download -q csmith libcsmith-dev >&2; for p in *.deb; do dpkg-deb -x $p .; done");
        csmith = Needs.found(fetched, "the packages of csmith; what apt said is above");
        compiler = new CompilerProcess(COMPILE_SECONDS);
        Files.createDirectories(WORK);
    }

    @AfterAll
    static void stop() {
        if (compiler != null) {
            compiler.close();
        }
    }

    @Test
    void checksumsAreThoseOfGcc() throws Exception {
        var range = WISH.split("-");
        var running = new TreeMap<Integer, Future<Verdict>>();
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int seed = Integer.parseInt(range[0]); seed <= Integer.parseInt(range[range.length - 1]); seed++) {
                int current = seed;
                running.put(seed, pool.submit(() -> judge(current)));
            }
            report(running);
        }
    }

    private static void report(TreeMap<Integer, Future<Verdict>> running)
            throws IOException, InterruptedException, ExecutionException {
        var counts = new TreeMap<Outcome, Integer>();
        var lines = new ArrayList<String>();
        var different = new ArrayList<String>();
        for (var entry : running.entrySet()) {
            var verdict = entry.getValue().get();
            counts.merge(verdict.outcome(), 1, Integer::sum);
            if (verdict.outcome() != Outcome.SAME) {
                lines.add(entry.getKey() + " " + verdict.outcome() + " " + verdict.why());
            }
            if (verdict.outcome() == Outcome.DIFFERENT) {
                different.add(lines.getLast());
            }
            Files.write(WORK.resolveSibling("csmith.txt"), lines);
        }
        System.err.println("csmith seeds " + WISH + ": " + counts);
        assertEquals(List.of(), different);
        assertTrue(counts.getOrDefault(Outcome.SAME, 0) > 0, "no program was compared");
    }

    private static Verdict judge(int seed) throws IOException, InterruptedException {
        var source = WORK.resolve(seed + ".c");
        var command = new ArrayList<>(List.of(csmith.resolve("usr/bin/csmith").toString(), "--seed", "" + seed,
                "--output", source.toString()));
        command.addAll(OPTIONS);
        var generated = Command.of(WORK, command).within(COMPILE_SECONDS).run();
        if (generated.status() != 0) {
            return new Verdict(Outcome.ENDLESS, "csmith itself: " + generated.text());
        }
        var verdict = compare(seed, source);
        if (verdict.outcome() != Outcome.DIFFERENT) {
            Files.delete(source);
        }
        return verdict;
    }

    private static Verdict compare(int seed, Path source) throws IOException, InterruptedException {
        var gcc = oracle(seed, "gcc", source, RUN_SECONDS);
        if (gcc.isHung()) {
            return new Verdict(Outcome.ENDLESS, "");
        }
        var object = WORK.resolve(seed + ".o");
        var compiled = compile(source, object);
        if (compiled.status() != 0) {
            return new Verdict(Outcome.DIFFERENT, compiled.err().lines().findFirst().orElse("does not compile"));
        }
        var ours = linked(seed, "latebind", List.of("gcc", object.toString()), OTHERS_RUN_SECONDS);
        Files.delete(object);
        if (ours.equals(gcc)) {
            return new Verdict(Outcome.SAME, "");
        }
        var clang = oracle(seed, "clang-16", source, OTHERS_RUN_SECONDS);
        return new Verdict(ours.equals(clang) ? Outcome.ORACLES_DIFFER : Outcome.DIFFERENT,
                "gcc " + gcc + " clang " + clang + " latebind " + ours);
    }

    private static Command.Ran oracle(int seed, String compiler, Path source, int seconds)
            throws IOException, InterruptedException {
        return linked(seed, compiler, List.of(compiler, "-w", "-O1", "-I" + headers(), source.toString()), seconds);
    }

    private static Path headers() {
        return csmith.resolve("usr/include/csmith");
    }

    private static synchronized Appliance.Ran compile(Path source, Path object) throws IOException, InterruptedException {
        return compiler.run(List.of("cc", "-w", "-O2", "-I", headers().toString(), "-c", source.toString(), "-o", object.toString()));
    }

    private static Command.Ran linked(int seed, String name, List<String> compile, int seconds)
            throws IOException, InterruptedException {
        var executable = WORK.resolve(seed + "." + name);
        var command = new ArrayList<>(compile);
        command.addAll(List.of("-o", executable.toString()));
        var made = Command.of(WORK, command).within(COMPILE_SECONDS).run();
        if (made.status() != 0) {
            return made;
        }
        var ran = Command.of(WORK, "prlimit", "--core=0", "--cpu=" + seconds + ":", executable.toString())
                .within(30 * seconds).run();
        Files.delete(executable);
        return ran.status() == 128 + SIGXCPU ? new Command.Ran(Command.HUNG, "") : ran;
    }
}
