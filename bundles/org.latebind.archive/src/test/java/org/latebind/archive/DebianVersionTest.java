package org.latebind.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Debian Policy, 5.6.12. */
class DebianVersionTest {
    @Test
    void ordersAsPolicySays() {
        List<String> ascending =
                List.of("1.0~rc1-1", "1.0-1", "1.0-1+b1", "1.0-1.1", "1.0-2", "1.0-10", "1.0.1-1", "1.1~a-1", "1.1-1",
                        "6.12.94-1", "6.12.107-1", "1:0.1-1");
        for (int i = 0; i < ascending.size(); i++) {
            for (int j = 0; j < ascending.size(); j++) {
                assertEquals(
                        Integer.signum(Integer.compare(i, j)),
                        Integer.signum(DebianVersion.compare(ascending.get(i), ascending.get(j))),
                        ascending.get(i) + " and " + ascending.get(j));
            }
        }
    }

    @Test
    void leadingZerosDoNotCount() {
        assertEquals(0, DebianVersion.compare("1.01-1", "1.1-1"));
        assertTrue(DebianVersion.compare("1.10-1", "1.9-1") > 0);
    }
}
