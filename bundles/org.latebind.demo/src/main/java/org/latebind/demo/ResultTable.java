package org.latebind.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.latebind.demo.boot.BootReport;

/**
 * What each kernel did with each module.
 *
 * <pre>
 *   kernel          module  result              what it printed
 *   6.1.0-50-amd64  vpoll   works, 11 of 11     major 246
 *                                               vpoll: loaded
 * </pre>
 */
final class ResultTable {
    private static final int LOG_LINES = 3;

    private record Line(String kernel, String module, String result, List<String> details) {}

    private final List<Line> lines = new ArrayList<>();

    void add(String kernel, String module, String result) {
        lines.add(new Line(kernel, module, result, List.of()));
    }

    void add(String kernel, String module, BootReport report) {
        List<BootReport.Step> steps = report.steps().getOrDefault(module, List.of());
        long ok = steps.stream().filter(BootReport.Step::ok).count();
        List<String> details = new ArrayList<>();
        steps.stream().filter(step -> !step.ok()).forEach(step -> details.add("FAILED: " + step.text() + " " + step.why()));
        details.addAll(report.sayings().getOrDefault(module, List.of()));
        report.log().stream()
                .filter(line -> line.contains(module + ": ") && !line.contains("taint"))
                .map(line -> line.replaceFirst("^\\[ *[0-9.]+\\] ", ""))
                .distinct()
                .limit(LOG_LINES)
                .forEach(details::add);
        String verdict = report.passed(module) ? "works" : "FAILS";
        lines.add(new Line(kernel, module, verdict + ", " + ok + " of " + steps.size(), details));
    }

    void addKernel(String kernel, BootReport report) {
        List<String> details = new ArrayList<>();
        details.add(taint(report));
        details.add(report.alarms().isEmpty() ? "no warning in its log" : report.alarms().size() + " warnings in its log");
        report.alarms().stream().limit(LOG_LINES).forEach(details::add);
        lines.add(new Line(kernel, "(the kernel)", report.isClean() ? "no complaint" : "COMPLAINS", details));
    }

    private static String taint(BootReport report) {
        if (!report.finished()) {
            return "the guest did not come to its end";
        }
        return "taint " + report.taint() + (!report.isTaintExpected()
                        ? ": UNEXPECTED"
                        : report.isTaintedByTests()
                                ? ": out-of-tree, unsigned, and what self-tests say of themselves"
                                : ": out-of-tree and unsigned, no more");
    }

    void print(PrintStream out) {
        List<Line> all = new ArrayList<>(List.of(new Line("kernel", "module", "result", List.of("what it printed"))));
        all.addAll(lines);
        String format =
                "%-" + widest(all, line -> line.kernel.length()) + "s  %-" + widest(all, line -> line.module.length())
                        + "s  %-" + widest(all, line -> line.result.length()) + "s  %s%n";
        for (Line line : all) {
            String first = line.details.isEmpty() ? "" : line.details.get(0);
            out.printf(format, line.kernel, line.module, line.result, first);
            line.details.stream().skip(1).forEach(detail -> out.printf(format, "", "", "", detail));
        }
    }

    private static int widest(List<Line> lines, ToIntFunction<Line> width) {
        return lines.stream().mapToInt(width).max().orElse(0);
    }
}
