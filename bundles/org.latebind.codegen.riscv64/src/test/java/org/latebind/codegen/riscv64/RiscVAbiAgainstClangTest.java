package org.latebind.codegen.riscv64;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.ClangCallsOracle;

class RiscVAbiAgainstClangTest {
    @Test
    void recordsTravelAsClangSaysTheyDo() throws IOException, InterruptedException {
        var clang = new ClangCallsOracle(
                List.of("-target", "riscv64-linux-gnu", "-march=rv64imac", "-mabi=lp64"), 16, UnaryOperator.identity(), false);
        clang.assertSame(new RiscVAbi(false));
    }
}
