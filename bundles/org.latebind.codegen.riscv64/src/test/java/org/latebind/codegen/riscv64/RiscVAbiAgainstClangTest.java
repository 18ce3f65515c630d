package org.latebind.codegen.riscv64;

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

class RiscVAbiAgainstClangTest {
    /** How it travels depends on whether it is a union. */
    @Test
    void aSmallFloatingRecordIsRefused() {
        var member = new TypeShape.Member(0, 8, ScalarClass.DOUBLE);
        var record = new TypeShape.Record(8, 8, List.of(member), false, false);
        var abi = new RiscVAbi(true);
        var refused = assertThrows(DiagnosticException.class,
                () -> abi.function(new TypeShape.Void(), List.of(record), 1, false));
        assertEquals("LB5025", refused.diagnostic().code());
    }

    @Test
    void recordsTravelAsClangSaysTheyDo() throws IOException, InterruptedException {
        var clang = new ClangCallsOracle(
                List.of("-target", "riscv64-linux-gnu", "-march=rv64imac", "-mabi=lp64"), 16, UnaryOperator.identity(), false);
        clang.assertSame(new RiscVAbi(false));
    }
}
