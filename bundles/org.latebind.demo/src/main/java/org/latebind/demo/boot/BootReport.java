package org.latebind.demo.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a boot came to.
 *
 * @param release what the kernel says it is; empty when it never got that far
 * @param steps by module
 * @param sayings by module: what is worth showing
 * @param log the kernel's log since the guest began
 * @param taint {@code /proc/sys/kernel/tainted}, -1 when never told
 * @param finished whether the guest came to its end
 */
public record BootReport(
        String release,
        Map<String, List<Step>> steps,
        Map<String, List<String>> sayings,
        List<String> log,
        long taint,
        boolean finished) {
    /** Out-of-tree module (O) and unsigned module (E): Documentation/admin-guide/tainted-kernels.rst. */
    private static final long EXPECTED_TAINT = 1 << 12 | 1 << 13;

    /** A test of the kernel's own was run (N), and says so itself. */
    private static final long TEST_TAINT = 1 << 18;

    /** The kernel warned (W). */
    private static final long WARNING_TAINT = 1 << 9;

    /** Between these lib/test_ida.c makes the kernel warn, and asks that it be ignored. */
    private static final String ASKED_FROM = "vvv Ignore \"not allocated\" warnings";
    private static final String ASKED_TO = "^^^ \"not allocated\" warnings over";

    /** What the kernel says when something is wrong with itself or with a module. */
    private static final Pattern ALARM =
            Pattern.compile(
                    "WARNING:|BUG:|kernel BUG|Oops|general protection|Call Trace|unable to handle|stack-protector"
                            + "|Unpatched return thunk|disagrees about|Unknown symbol|version magic|no symbol version"
                            + "|rcu: INFO|soft lockup|hung task|vulnerable module|refcount_t|Internal error|UBSAN|KASAN"
                            + "|module PLT|Unknown rela|overflow in relocation|Skipping invalid relocation|section size must match");

    private static final String BEGIN = "latebind: begin";

    /** One thing a module had to do. */
    public record Step(String text, boolean ok, String why) {}

    public static BootReport of(List<String> console) {
        String release = "";
        Map<String, List<Step>> steps = new TreeMap<>();
        Map<String, List<String>> sayings = new TreeMap<>();
        List<String> log = new ArrayList<>();
        long taint = -1;
        boolean finished = false;
        for (String line : console) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("@k ")) {
                log.add(line.substring(3));
            } else if (words.length == 3 && words[0].equals("@@") && words[1].equals("release")) {
                release = words[2];
            } else if (line.matches("@@ taint \\d{1,18}")) {
                taint = Long.parseLong(words[2]);
            } else if (line.equals("@@ end")) {
                finished = true;
            } else if (words.length == 4 && words[0].equals("@@") && words[1].matches("ok|failed")) {
                steps.computeIfAbsent(words[2], key -> new ArrayList<>()).add(step(words[1].equals("ok"), words[3]));
            } else if (words.length == 4 && words[0].equals("@@") && words[1].equals("says")) {
                sayings.computeIfAbsent(words[2], key -> new ArrayList<>()).add(words[3]);
            }
        }
        return new BootReport(release, steps, sayings, sinceBegin(log), taint, finished);
    }

    private static Step step(boolean ok, String text) {
        int colon = text.indexOf(": ");
        return ok || colon < 0 ? new Step(text, ok, "") : new Step(text.substring(0, colon), false, text.substring(colon + 2));
    }

    private static List<String> sinceBegin(List<String> log) {
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).contains(BEGIN)) {
                return List.copyOf(log.subList(i + 1, log.size()));
            }
        }
        return List.copyOf(log);
    }

    /** Log lines by which the kernel complains, but those that a self-test asks to ignore. */
    public List<String> alarms() {
        List<String> result = new ArrayList<>();
        boolean asked = false;
        for (String line : log) {
            asked = (asked || line.endsWith(ASKED_FROM)) && !line.endsWith(ASKED_TO);
            if (!asked && ALARM.matcher(line).find()) {
                result.add(line);
            }
        }
        return List.copyOf(result);
    }

    /** Whether the kernel is tainted by no more than loading any module of ours must, or a self-test asks for. */
    public boolean isTaintExpected() {
        long asked = log.stream().anyMatch(line -> line.endsWith(ASKED_FROM)) ? WARNING_TAINT : 0;
        return taint >= 0 && (taint & ~(EXPECTED_TAINT | TEST_TAINT | asked)) == 0;
    }

    /** Whether more taints it than any module of ours does. */
    public boolean isTaintedByTests() {
        return (taint & ~EXPECTED_TAINT) != 0;
    }

    /** Whether a module did all it had to. */
    public boolean passed(String module) {
        List<Step> own = steps.getOrDefault(module, List.of());
        return !own.isEmpty() && own.stream().allMatch(Step::ok);
    }

    /** Whether everything is as it should be. */
    public boolean isClean() {
        return finished && isTaintExpected() && alarms().isEmpty() && steps.keySet().stream().allMatch(this::passed);
    }
}
