package org.latebind.bind.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latebind.bind.SmallHeaders;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;

class KernelFragmentsTest {
    private static final SourceFile HEADER = new SourceFile("include/linux/a.h", Origin.KERNEL);

    /** An answer to __has_attribute is in no read-set. */
    @Test
    void logsOfAnotherBasisAreNotUsed() {
        var headers = SmallHeaders.of(Map.of("linux/a.h", "#if __has_attribute(cold)\nint a;\n#endif\n")).recorded();
        var own = new KernelFragments(headers, headers.target());
        assertTrue(own.isUsable());
        assertTrue(own.log(HEADER).isPresent());
        var others = new KernelFragments(new SmallHeaders(headers.texts(), headers.logs(), "another"), headers.target());
        assertFalse(others.isUsable());
        assertEquals(Optional.empty(), others.log(HEADER));
    }
}
