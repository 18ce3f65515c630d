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
}
