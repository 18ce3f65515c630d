package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latebind.kit.Appliance;
import org.latebind.kit.Distribution;

/**
 * What a link takes on the way may not show in what it gives: items bound from their trees or parsed
 * again from their tokens, headers followed by their event logs or processed from their tokens.
 */
class LinkedModulesTest {
    private static final List<String> MODULES = List.of("latebind_example", "vpoll", "acpi_call");
    private static final Pattern COUNT = Pattern.compile("(?m)^ *(\\d+) +bind: (.*)$");
    private static final Pattern LEFT_OUT = Pattern.compile("(?m)^left out: (.*): (\\d+)$");
    private static final double SMALLEST_SHARE_FROM_STRUCTURE = 0.8;
    private static final double SMALLEST_SHARE_WITH_EVENT_LOG = 0.9;
    private static final double LARGEST_SHARE_REFUSED = 0.015;

    private static Appliance appliance;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        RealKernels.kernels();
        appliance = Appliance.shared();
    }

    /** What a link gave: its module, the LLVM IR that was lowered, and what {@code --time} counted. */
    private record Link(byte[] module, String ir, String counts) {
        long count(String what) {
            return COUNT.matcher(counts).results().filter(m -> m.group(2).equals(what))
                    .mapToLong(m -> Long.parseLong(m.group(1))).findFirst()
                    .orElseThrow(() -> new AssertionError("no count of " + what + " in\n" + counts));
        }
    }

    @Test
    void everyWayGivesTheSameBytes() throws Exception {
        for (var kernel : RealKernels.kernels()) {
            for (var module : MODULES) {
                var usual = link(module, kernel, "");
                assertArrayEquals(Files.readAllBytes(kernel.modules().resolve(module + ".ko")), usual.module(),
                        "what was booted: " + module + " for " + kernel.release());
                assertMostlyReused(usual);
                assertMostlyFromStructure(usual);

                var plain = link(module, kernel, " fragments=off");
                assertEquals(0, plain.count("header tokens: in reused fragments"));
                assertSame(usual, plain, module + " for " + kernel.release() + " without event logs");

                var tokens = link(module, kernel, " form=tokens");
                assertFalse(tokens.counts().contains("items: bound from structure"), tokens.counts());
                assertSame(usual, tokens, module + " for " + kernel.release() + " from tokens");
            }
        }
    }

    /** One header that ends the recording must not take the logs of those after it along. */
    @Test
    void nearlyEveryHeaderHasAnEventLog() throws Exception {
        for (var kernel : RealKernels.kernels()) {
            var shown = appliance.run("show", kernel.headerData()).out();
            long headers = number(shown, "headers");
            assertTrue(number(shown, "headers with an event log") > SMALLEST_SHARE_WITH_EVENT_LOG * headers, shown);
            var left = LEFT_OUT.matcher(shown).results().toList();
            long without = left.stream().filter(m -> m.group(1).startsWith("headers without an event log"))
                    .mapToLong(m -> Long.parseLong(m.group(2))).sum();
            assertTrue(without > 0 && without < LARGEST_SHARE_REFUSED * headers, shown);
            assertTrue(left.stream().noneMatch(m -> m.group(1).contains("more than")), "a bound is too tight: " + shown);
        }
    }

    private static long number(String shown, String what) {
        return shown.lines().filter(line -> line.startsWith(what + ": "))
                .mapToLong(line -> Long.parseLong(line.substring(what.length() + 2))).findFirst().orElseThrow();
    }

    private static void assertSame(Link expected, Link actual, String what) {
        assertEquals(expected.ir(), actual.ir(), what);
        assertArrayEquals(expected.module(), actual.module(), what);
    }

    private static void assertMostlyReused(Link link) {
        long reused = link.count("header tokens: in reused fragments");
        assertTrue(reused > 10 * link.count("header tokens: in processed ones"), link.counts());
    }

    private static void assertMostlyFromStructure(Link link) {
        long fromStructure = link.count("items: bound from structure");
        long others = link.count("items: parsed again") + link.count("items: tokens only");
        assertTrue(fromStructure >= SMALLEST_SHARE_FROM_STRUCTURE * (fromStructure + others), link.counts());
    }

    private static Link link(String module, RealKernels.Kernel kernel, String option) throws Exception {
        var pipeline = folder.resolve("link.pipeline");
        Files.writeString(pipeline, Files.readString(Distribution.HOME.resolve("pipelines/link.pipeline"))
                .replaceFirst("(?m)^pass bind\\b", "pass bind" + option));
        var linked = folder.resolve(module + ".ko");
        var ran = appliance.run("run", pipeline, RealKernels.deferredModule(module), kernel.headerData(),
                "--time", "--dump-after=lower", "-o", linked);
        assertEquals(0, ran.status(), ran::toString);
        assertTrue(ran.out().contains("define "), "no LLVM IR was dumped");
        return new Link(Files.readAllBytes(linked), ran.out(), ran.err());
    }
}
