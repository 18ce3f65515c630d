package org.latebind.codegen.aarch64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.ClangCallsOracle;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.TypeShape;
import org.latebind.target.api.TypeShape.ScalarClass;

class Aapcs64AgainstClangTest {
    /** Compilers differ. */
    @Test
    void aRecordThatAnAttributeAlignsIsRefused() {
        var member = new TypeShape.Member(0, 4, ScalarClass.INTEGER);
        var record = new TypeShape.Record(16, 16, List.of(member), false, false);
        var refused = assertThrows(DiagnosticException.class,
                () -> new Aapcs64().function(new TypeShape.Void(), List.of(record), 1, false));
        assertEquals("LB5024", refused.diagnostic().code());
    }

    @Test
    void recordsTravelAsClangSaysTheyDo() throws IOException, InterruptedException {
        var clang = new ClangCallsOracle(
                List.of("-target", "aarch64-linux-gnu"), 16, UnaryOperator.identity(), false);
        clang.assertSame(new Aapcs64());
    }
}
