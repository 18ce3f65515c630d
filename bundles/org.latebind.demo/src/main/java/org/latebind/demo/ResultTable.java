package org.latebind.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.latebind.demo.boot.BootReport;

/**
 * What each kernel did with each module.
 *
 * <pre>
 *   kernel          module  result    details
 *   6.1.0-50-amd64  vpoll   works     12 of 12 steps; major 250
 * </pre>
 */
final class ResultTable {
    private record Line(String kernel, String module, String result, List<String> details) {}

    private final List<Line> lines = new ArrayList<>();

    void add(String kernel, String module, String result, List<String> details) {
        lines.add(new Line(kernel, module, result, details));
    }

    void add(String kernel, String module, BootReport report) {
        List<BootReport.Step> steps = report.steps().getOrDefault(module, List.of());
        long ok = steps.stream().filter(BootReport.Step::ok).count();
        List<String> details = new ArrayList<>();
        details.add(ok + " of " + steps.size() + " steps");
        steps.stream().filter(step -> !step.ok()).forEach(step -> details.add("FAILED: " + step.text() + " " + step.why()));
        details.addAll(report.sayings().getOrDefault(module, List.of()));
        report.log().stream().filter(line -> line.contains(module + ": ")).limit(3).forEach(details::add);
        add(kernel, module, report.passed(module) ? "works" : "FAILS", details);
    }

    void addKernel(String kernel, BootReport report) {
        List<String> details = new ArrayList<>();
        details.add(report.finished() ? "taint " + report.taint() + (report.isTaintExpected() ? " (out-of-tree, unsigned: as it must)" : " (UNEXPECTED)") : "the guest did not come to its end");
        details.add(report.alarms().isEmpty() ? "no warning in its log" : report.alarms().size() + " warnings in its log");
        report.alarms().stream().limit(5).forEach(details::add);
        add(kernel, "(the kernel)", report.isClean() ? "content" : "COMPLAINS", details);
    }

    void print(PrintStream out) {
        int kernelWidth = lines.stream().mapToInt(line -> line.kernel.length()).reduce(6, Math::max);
        int moduleWidth = lines.stream().mapToInt(line -> line.module.length()).reduce(6, Math::max);
        String format = "%-" + kernelWidth + "s  %-" + moduleWidth + "s  %-20s  %s%n";
        out.printf(format, "kernel", "module", "result", "details");
        for (Line line : lines) {
            String first = line.details.isEmpty() ? "" : line.details.get(0);
            out.printf(format, line.kernel, line.module, line.result, first);
            line.details.stream().skip(1).forEach(detail -> out.printf(format, "", "", "", detail));
        }
    }
}
