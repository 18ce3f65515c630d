package org.latebind.preprocessor.oracle;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.preprocessor.GnuPreprocessorFactory;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.token.api.FragmentCache;
import org.latebind.token.api.FragmentSource;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;

/**
 * Preprocesses units that include headers in random order after random definitions, with and without
 * one fragment cache, and compares. {@code MeasureFragments <units> <headers,...> <gcc flags>}
 */
public final class MeasureFragments {
    private static final List<String> DEFINITIONS = List.of("#define DEBUG 1\n", "#define pr_fmt(fmt) \"drv: \" fmt\n",
            "#define dev_fmt(fmt) \"dev: \" fmt\n", "#undef CONFIG_SMP\n", "#define CONFIG_DYNAMIC_DEBUG 1\n",
            "#undef __always_inline\n#define __always_inline inline\n", "#define noinline_for_stack noinline\n",
            "#define CREATE_TRACE_POINTS\n", "#define likely(x) (x)\n", "#define __init\n");

    private MeasureFragments() {}

    public static void main(String[] arguments) {
        var headers = Arrays.asList(arguments[1].split(","));
        var units = new CompareWithGcc(List.of(arguments).subList(2, arguments.length));
        var cache = new GnuPreprocessorFactory().newCache(FragmentSource.NONE);
        int different = 0;
        for (int seed = 0; seed < Integer.parseInt(arguments[0]); seed++) {
            var main = unit(headers, new Random(seed));
            var before = cache.statistics();
            var with = new ArrayList<Token>();
            double cached = seconds(() -> with.addAll(run(units, main, Optional.of(cache))));
            var without = new ArrayList<Token>();
            double plain = seconds(() -> without.addAll(run(units, main, Optional.empty())));
            var after = cache.statistics();
            boolean same = agree(with, without);
            different += same ? 0 : 1;
            long reused = after.reusedTokens() - before.reusedTokens();
            long processed = after.processedTokens() - before.processedTokens();
            System.out.printf(Locale.ROOT, "%s %7d tokens, %5.1f %% reused, processor seconds %.3f with, %.3f without%n",
                    same ? "same" : "DIFFERENT", without.size(), 100.0 * reused / Math.max(1, reused + processed), cached, plain);
        }
        System.exit(different == 0 ? 0 : 1);
    }

    private static LexedFile unit(List<String> headers, Random random) {
        var order = new ArrayList<>(headers);
        Collections.shuffle(order, random);
        var text = new StringBuilder();
        for (var definition : DEFINITIONS) {
            if (random.nextInt(3) == 0) {
                text.append(definition);
            }
        }
        order.subList(0, 1 + random.nextInt(order.size())).forEach(h -> text.append("#include <").append(h).append(">\n"));
        return new GnuLexer().lex(new SourceFile("unit.c", Origin.MODULE), text.toString(), problem -> {});
    }

    private static List<Token> run(CompareWithGcc units, LexedFile main, Optional<FragmentCache> cache) {
        try {
            return units.ours(main, cache);
        } catch (DiagnosticException refused) {
            return List.of();
        }
    }

    private static double seconds(Runnable work) {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        work.run();
        return (clock.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static boolean agree(List<Token> a, List<Token> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            var x = a.get(i);
            var y = b.get(i);
            if (!x.text().equals(y.text()) || x.kind() != y.kind() || x.flags() != y.flags()
                    || !x.position().equals(y.position()) || !x.blame().equals(y.blame())) {
                System.out.println(x + "\n" + y);
                return false;
            }
        }
        return true;
    }
}
