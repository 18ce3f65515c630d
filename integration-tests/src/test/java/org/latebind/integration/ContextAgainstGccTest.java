package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The tokens that a link sees are those of {@code gcc -E} with the kernel's own flags, in whatever order and after
 * whatever definitions headers are included, though most of them come from event logs that were recorded in another.
 *
 * <p>It takes long and is run by hand: {@code LATEBIND_DRAWS=10000} draws so many units, {@code LATEBIND_SEED=2} others. Every
 * header of a kernel is drawn once before one is drawn again. {@code LATEBIND_DRAW_KERNELS="bookworm amd64, trixie amd64"}
 * names suites and architectures, {@code GCC} the compiler, which must be of the version that built the kernel:
 * headers ask for it.
 */
class ContextAgainstGccTest {
    private static final int DRAWS = Integer.parseInt(System.getenv().getOrDefault("LATEBIND_DRAWS", "0"));
    private static final long SEED = Long.parseLong(System.getenv().getOrDefault("LATEBIND_SEED", "1"));
    private static final String KERNELS = System.getenv().getOrDefault("LATEBIND_DRAW_KERNELS", "bookworm amd64");
    private static final String GCC = System.getenv().getOrDefault("GCC", "gcc");
    private static final Path WORK = Distribution.ROOT.resolve("integration-tests/target/context");
    /** Units of one link share what it finds out about headers, as a module's do. */
    private static final int UNITS = 60;
    private static final int MOST_HEADERS = 8;
    private static final Pattern UNIT = Pattern.compile("(?m)^#pragma latebind (unit|refused) (\\S+)\\n");
    private static final Pattern COUNT = Pattern.compile("tokens (\\d+) are from event logs, (\\d+) processed");

    /** What a link made of a unit. */
    private record Ours(boolean refused, String text) {}

    private final List<String> different = new ArrayList<>();
    private int same;
    private int refusedByBoth;
    private long reused;
    private long processed;

    @Test
    void everyDrawHasTheTokensOfGcc() throws Exception {
        Assumptions.assumeTrue(DRAWS > 0, "SKIPPED: LATEBIND_DRAWS is not set");
        for (var words : KERNELS.split(",")) {
            var found = KernelTree.of(words, WORK);
            // Whoever asks for draws wants them: what is missing is a failure.
            var kernel = found.orElseThrow(() -> new AssertionError("the kernel of " + words + " cannot be fetched"));
            var version = Files.createTempFile("gcc", ".txt");
            boolean fits = KernelTree.run(WORK, version, List.of(GCC, "-dumpversion")) == 0
                    && Files.readString(version).strip().split("\\.")[0].equals(kernel.gccVersion());
            Files.delete(version);
            assertTrue(fits, GCC + " is not gcc " + kernel.gccVersion() + ", which built " + kernel.release());
            draw(kernel);
            System.err.printf(Locale.ROOT, "%s, seed %d: %d draws, %d with gcc's tokens, %d refused by both, %d different; "
                    + "%.1f %% of the headers' tokens from event logs%n", kernel.release(), SEED,
                    same + refusedByBoth + different.size(), same, refusedByBoth, different.size(),
                    100.0 * reused / Math.max(1, reused + processed));
            assertEquals(List.of(), different);
        }
    }

    private void draw(KernelTree kernel) throws Exception {
        different.clear();
        same = refusedByBoth = 0;
        reused = processed = 0;
        var options = kernel.options(GCC);
        System.err.println("answered otherwise than by gcc: " + kernel.answerFeatures(GCC, options));
        var random = new Random(SEED);
        var deck = new ArrayList<String>();
        var headers = kernel.headers();
        for (int first = 0; first < DRAWS; first += UNITS) {
            var sources = new ArrayList<String>();
            for (int i = first; i < Math.min(DRAWS, first + UNITS); i++) {
                sources.add(HeaderDraw.source(hand(deck, headers, random), random));
            }
            compare(kernel, first, sources, options);
        }
    }

    /** The next few headers; once all were dealt the deck is shuffled again. */
    private static List<String> hand(List<String> deck, List<String> headers, Random random) {
        var hand = new ArrayList<String>();
        for (int wanted = 1 + random.nextInt(MOST_HEADERS); wanted > 0; wanted--) {
            if (deck.isEmpty()) {
                deck.addAll(headers);
                Collections.shuffle(deck, random);
            }
            hand.add(deck.removeLast());
        }
        return hand;
    }

    private void compare(KernelTree kernel, int first, List<String> sources, List<String> options) throws Exception {
        var folder = Files.createDirectories(WORK.resolve("draws"));
        var compile = new ArrayList<>(List.of("compile", "-o", folder.resolve("draws.dko").toString(), "--name", "draws"));
        for (int i = 0; i < sources.size(); i++) {
            var file = folder.resolve("draw" + (first + i) + ".c");
            Files.writeString(file, sources.get(i));
            compile.add(file.toString());
        }
        KernelTree.latebind(compile.toArray(String[]::new));
        var ours = preprocess(kernel, folder.resolve("draws.dko"));
        var verdicts = IntStream.range(0, sources.size()).mapToObj(i -> {
            var name = "draw" + (first + i);
            return verdict(folder, name, ours.get(name), options);
        }).toList();
        for (int i = 0; i < sources.size(); i++) {
            var file = folder.resolve("draw" + (first + i) + ".c");
            switch (verdicts.get(i)) {
                case "" -> same++;
                case "refused" -> refusedByBoth++;
                default -> {
                    different.add(file + " " + verdicts.get(i));
                    continue;
                }
            }
            Files.delete(file);
        }
    }

    private Map<String, Ours> preprocess(KernelTree kernel, Path module) throws Exception {
        var text = KernelTree.latebind("dump", "preprocess", "preprocess", module.toString(), kernel.headerData().toString());
        var count = COUNT.matcher(text);
        assertTrue(count.find());
        reused += Long.parseLong(count.group(1));
        processed += Long.parseLong(count.group(2));
        var ours = new HashMap<String, Ours>();
        var unit = UNIT.matcher(text);
        for (boolean any = unit.find(); any; ) {
            var name = unit.group(2);
            boolean refused = unit.group(1).equals("refused");
            int start = unit.end();
            any = unit.find();
            ours.put(name, new Ours(refused, text.substring(start, any ? unit.start() : text.length())));
        }
        return ours;
    }

    /** Empty where the tokens are the same, {@code refused} where both have an error. */
    private static String verdict(Path folder, String name, Ours ours, List<String> options) {
        try {
            var command = new ArrayList<>(List.of(GCC, "-E", "-P"));
            command.addAll(options);
            command.addAll(List.of("-DKBUILD_BASENAME=\"" + name + "\"", "-DKBUILD_MODNAME=\"draws\"", "-D__KBUILD_MODNAME=kmod_draws",
                    "-DKBUILD_MODFILE=\"draws\"", name + ".c"));
            var out = folder.resolve(name + ".i");
            boolean refused = KernelTree.run(folder, out, command) != 0;
            var text = Files.readString(out);
            Files.delete(out);
            if (refused || ours.refused()) {
                return refused == ours.refused() ? "refused" : refused ? "is refused by gcc only" : "is refused by us only";
            }
            return CTokens.difference(CTokens.of(text), CTokens.of(ours.text()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
