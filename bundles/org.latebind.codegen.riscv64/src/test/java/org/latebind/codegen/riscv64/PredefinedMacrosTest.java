package org.latebind.codegen.riscv64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;

/** Against {@code gcc -dM -E}; where we differ, the reason stands here. */
class PredefinedMacrosTest {
    /** Types that we do not have, address spaces and lock elision likewise, and glibc's stdc-predef.h. */
    private static final String LEFT_OUT = "__(FLT(16|32|64|128)X?|DEC(32|64|128))_\\w+"
            + "|__DECIMAL_BID_FORMAT__|__DEC_EVAL_METHOD__|_STDC_PREDEF_H|__STDC_IEC_\\w+|__STDC_ISO_10646__";

    private static TreeMap<String, String> parse(String text) {
        var macros = new TreeMap<String, String>();
        text.lines().forEach(line -> {
            var words = line.split(" ", 3);
            macros.put(words[1], words.length > 2 ? words[2].strip() : "");
        });
        return macros;
    }

    private static TreeMap<String, String> gcc(List<String> flags) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("riscv64-linux-gnu-gcc-12"));
        command.addAll(flags);
        command.addAll(List.of("-dM", "-E", "-x", "c", "/dev/null"));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            assumeTrue(false, "SKIPPED: riscv64-linux-gnu-gcc-12 is not installed");
            throw e;
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, "SKIPPED: riscv64-linux-gnu-gcc-12 does not know these flags: " + flags);
        var macros = parse(text);
        assumeTrue("12".equals(macros.get("__GNUC__")), "SKIPPED: riscv64-linux-gnu-gcc-12 is not version 12");
        assumeTrue(macros.containsKey("__riscv"), "SKIPPED: riscv64-linux-gnu-gcc-12 is for another machine");
        return macros;
    }

    private static void compare(List<String> flags, TargetSettings settings, Set<String> explained)
            throws IOException, InterruptedException {
        var theirs = gcc(flags);
        var ours = parse(PredefinedMacros.of(settings));
        var names = new TreeSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        var differences = new ArrayList<String>();
        for (var name : names) {
            boolean same = theirs.containsKey(name) == ours.containsKey(name)
                    && String.valueOf(theirs.get(name)).equals(String.valueOf(ours.get(name)));
            if (!same && !name.matches(LEFT_OUT) && !explained.contains(name)) {
                differences.add(name + ": gcc " + theirs.get(name) + ", we " + ours.get(name));
            }
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void userSpace() throws IOException, InterruptedException {
        compare(List.of("-O2", "-fPIE", "-mcmodel=medany"), UserSpaceSettings.of(UserSpaceOptions.defaults()), Set.of());
    }

    @Test
    void otherDialects() throws IOException, InterruptedException {
        compare(
                List.of("-Os", "-std=c11", "-fno-pie", "-mcmodel=medany"),
                UserSpaceSettings.of(new UserSpaceOptions(Dialect.C11, UserSpaceOptions.Optimization.OS, false)),
                Set.of());
        compare(
                List.of("-O2", "-fPIE", "-mcmodel=medany", "-std=gnu89"),
                UserSpaceSettings.of(new UserSpaceOptions(Dialect.GNU89, UserSpaceOptions.Optimization.O2, true)),
                Set.of());
    }

    @Test
    void kernel() throws IOException, InterruptedException {
        compare(Kernels.FLAGS, KernelSettings.of(Kernels.kernel(Kernels.FLAGS)), Set.of());
    }
}
