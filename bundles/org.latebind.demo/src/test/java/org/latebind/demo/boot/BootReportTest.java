package org.latebind.demo.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootReportTest {
    private static final List<String> GOOD =
            List.of(
                    "SeaBIOS",
                    "@@ release 6.1.0-1-amd64",
                    "@@ ok drv loads",
                    "@@ says drv major 250",
                    "@@ taint 12288",
                    "@@ log",
                    "@k [ 1.0] WARNING: before anything of ours",
                    "@k [ 2.0] latebind: begin",
                    "@k [ 3.0] drv: loaded",
                    "@@ end");

    private static BootReport with(String... more) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.addAll(lines.size() - 1, List.of(more));
        return BootReport.of(lines);
    }

    @Test
    void aGoodBootIsClean() {
        BootReport report = BootReport.of(GOOD);
        assertTrue(report.isClean());
        assertEquals("6.1.0-1-amd64", report.release());
        assertEquals(List.of("major 250"), report.sayings().get("drv"));
        assertTrue(report.passed("drv"));
        assertFalse(report.passed("other"));
    }

    @Test
    void aFailedStepAWarningOrATaintIsNot() {
        assertFalse(with("@@ failed drv unloads: busy").isClean());
        assertFalse(with("@k [ 4.0] WARNING: CPU: 1").isClean());
        assertFalse(with("@k [ 4.0] drv: Unpatched return thunk in use").isClean());
        assertFalse(with("@@ taint 12800").isClean());
        assertFalse(BootReport.of(GOOD.subList(0, 5)).isClean());
    }

    @Test
    void warningsThatASelfTestAsksForAreNoAlarms() {
        var asked = new String[] {
            "@k [ 4.0] vvv Ignore \"not allocated\" warnings",
            "@k [ 4.1] WARNING: CPU: 1 PID: 1 at lib/idr.c:527",
            "@k [ 4.2] ^^^ \"not allocated\" warnings over",
            "@@ taint 274944"
        };
        assertTrue(with(asked).isClean());
        assertFalse(with(asked[0], asked[1], asked[2], asked[3], "@k [ 5.0] WARNING: CPU: 1").isClean());
        assertFalse(with(asked[3]).isClean());
    }
}
