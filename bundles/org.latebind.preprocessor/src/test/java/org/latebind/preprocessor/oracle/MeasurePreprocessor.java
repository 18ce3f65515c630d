package org.latebind.preprocessor.oracle;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Time for one translation unit, again and again: the first figure includes reading and lexing.
 * {@code MeasurePreprocessor <times> <gcc flags> -- file.c}
 */
public final class MeasurePreprocessor {
    private MeasurePreprocessor() {}

    public static void main(String[] arguments) {
        var all = List.of(arguments);
        int split = all.indexOf("--");
        var comparison = new CompareWithGcc(all.subList(1, split));
        for (int i = 0; i < Integer.parseInt(all.get(0)); i++) {
            var clock = ManagementFactory.getThreadMXBean();
            long start = System.nanoTime();
            long cpu = clock.getCurrentThreadCpuTime();
            int tokens = comparison.ours(all.get(split + 1)).size();
            System.out.printf(Locale.ROOT, "%.3f s of processor time, %.3f s in all, %d tokens%n",
                    (clock.getCurrentThreadCpuTime() - cpu) / 1e9, (System.nanoTime() - start) / 1e9, tokens);
        }
    }
}
