package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Draws of one kernel's headers, each preprocessed by a link and by gcc.
 *
 * <p>Every header is drawn once before one is drawn again. Where both refuse a draw, what they made before that is
 * compared, and each of its headers is drawn again by itself, so that one that nobody takes hides no other.
 */
final class ContextDraws implements AutoCloseable {
    /** Units of one link share what it finds out about headers, as a module's do. */
    private static final int UNITS = 30;
    private static final int MOST_HEADERS = 8;
    private static final String UNIT = "\n#pragma latebind ";
    private static final Pattern COUNT = Pattern.compile("tokens (\\d+) are from event logs, (\\d+) processed");

    /** @param alone whether it is a second try of one header */
    private record Draw(String name, List<String> headers, String source, boolean alone) {}

    /** What a link made of a unit. */
    private record Ours(boolean refused, String text) {}

    /** @param difference empty where there is none */
    private record Verdict(Draw draw, boolean refused, String difference) {}

    private final KernelTree kernel;
    private final KernelGcc gcc;
    private final List<String> options;
    private final List<String> answered;
    private final long seed;
    private final Path folder;
    private final ModuleDefinitions modules;
    private final HeaderDraw draws;
    private final ExecutorService compilers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final List<String> different = new ArrayList<>();
    private final List<String> refusedAlone = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();
    private final List<String> again = new ArrayList<>();
    private int same;
    private int refusedByBoth;
    private long reused;
    private long processed;

    ContextDraws(KernelTree kernel, KernelGcc gcc, ModuleDefinitions modules, long seed) throws Exception {
        this.kernel = kernel;
        this.gcc = gcc;
        this.seed = seed;
        this.options = kernel.options(gcc);
        this.answered = kernel.answerFeatures(gcc, options);
        this.folder = emptied(kernel.folder().resolve("draws"));
        var words = new HashSet<String>();
        kernel.headers().forEach(header -> words.addAll(HeaderDraw.words(kernel.text(header))));
        this.modules = modules.of(words::contains);
        this.draws = new HeaderDraw(this.modules, kernel::text);
    }

    /** What is left in it afterwards is what differs. */
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    /**
     * Draws until each header was drawn.
     *
     * @param most draws, those of single headers aside
     */
    void run(int most) throws Exception {
        var random = new Random(seed);
        var deck = new ArrayList<>(kernel.headers());
        Collections.shuffle(deck, random);
        var pending = new ArrayList<Future<Verdict>>();
        int drawn = 0;
        while (drawn < most && !deck.isEmpty()) {
            var batch = new ArrayList<Draw>();
            for (; batch.size() < UNITS && drawn < most && !deck.isEmpty(); drawn++) {
                var hand = deck.subList(Math.max(0, deck.size() - 1 - random.nextInt(MOST_HEADERS)), deck.size());
                batch.add(new Draw("draw" + drawn, List.copyOf(hand), draws.source(hand, random), false));
                hand.clear();
            }
            compare(batch, pending);
        }
        settle(pending, 0);
        for (int i = 0; i < again.size(); i += UNITS) {
            var batch = new ArrayList<Draw>();
            for (int k = i; k < Math.min(again.size(), i + UNITS); k++) {
                batch.add(new Draw("alone" + k, List.of(again.get(k)), HeaderDraw.alone(again.get(k)), true));
            }
            compare(batch, pending);
        }
        settle(pending, 0);
    }

    /** Hands a batch on to gcc, while the one before may still be there. */
    private void compare(List<Draw> batch, List<Future<Verdict>> pending) throws Exception {
        var sources = new ArrayList<Path>();
        for (var draw : batch) {
            sources.add(Files.writeString(folder.resolve(draw.name() + ".c"), draw.source()));
        }
        var ours = preprocess(sources);
        settle(pending, batch.size());
        for (var draw : batch) {
            var text = ours.get(draw.name());
            pending.add(compilers.submit(() -> verdict(draw, text)));
        }
    }

    private Map<String, Ours> preprocess(List<Path> sources) throws Exception {
        var text = kernel.preprocessed(folder.resolve("draws.dko"), List.of(), sources);
        var count = COUNT.matcher(text);
        assertTrue(count.find());
        reused += Long.parseLong(count.group(1));
        processed += Long.parseLong(count.group(2));
        var ours = new HashMap<String, Ours>();
        for (int at = text.indexOf(UNIT); at >= 0; ) {
            int start = text.indexOf('\n', at + 1);
            int next = text.indexOf(UNIT, start);
            var words = text.substring(at + UNIT.length(), start).split(" ");
            ours.put(words[1], new Ours(words[0].equals("refused"), text.substring(start, next < 0 ? text.length() : next)));
            at = next;
        }
        return ours;
    }

    private Verdict verdict(Draw draw, Ours ours) throws Exception {
        var words = new ArrayList<>(List.of("-E", "-P"));
        words.addAll(options);
        words.addAll(List.of("-DKBUILD_BASENAME=\"" + draw.name() + "\"", "-DKBUILD_MODNAME=\"draws\"",
                "-D__KBUILD_MODNAME=kmod_draws", "-DKBUILD_MODFILE=\"draws\"", draw.name() + ".c"));
        var theirs = gcc.run(folder, words);
        boolean refused = theirs.status() != 0;
        if (refused != ours.refused()) {
            return new Verdict(draw, refused, refused ? "is refused by gcc only" : "is refused by us only");
        }
        return new Verdict(draw, refused, CTokens.difference(theirs.text(), ours.text(), refused));
    }

    /** Takes verdicts in their order until so many are left. */
    private void settle(List<Future<Verdict>> pending, int left) throws Exception {
        while (pending.size() > left) {
            var verdict = pending.removeFirst().get();
            var draw = verdict.draw();
            if (!verdict.difference().isEmpty()) {
                different.add(draw.name());
                System.err.println(folder.resolve(draw.name() + ".c") + " " + verdict.difference());
                continue;
            }
            Files.delete(folder.resolve(draw.name() + ".c"));
            if (!verdict.refused()) {
                same++;
                compared.addAll(draw.headers());
            } else {
                refusedByBoth++;
                (draw.alone() ? refusedAlone : again).addAll(draw.headers());
            }
        }
    }

    int count() {
        return same + refusedByBoth + different.size();
    }

    List<String> different() {
        return different;
    }

    /** Which part of the headers' tokens was not made anew. */
    double shareFromEventLogs() {
        return (double) reused / Math.max(1, reused + processed);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %s, seed %d: %d draws, %d with gcc's tokens, %d refused by both, %d different; "
                + "%d headers compared, %d refused by both; %d definitions of modules; %.1f %% of the headers' tokens from event logs; "
                + "answered otherwise than by gcc: %s",
                kernel.release(), gcc, seed, count(), same, refusedByBoth, different.size(), compared.size(), refusedAlone.size(),
                modules.count(), 100 * shareFromEventLogs(), answered);
    }

    @Override
    public void close() {
        compilers.shutdownNow();
    }
}
