package org.latebind.codegen.s390x;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.ClangCallsOracle;

class S390AbiAgainstClangTest {
    @Test
    void recordsTravelAsClangSaysTheyDo() throws IOException, InterruptedException {
        var clang = new ClangCallsOracle(
                List.of("-target", "s390x-linux-gnu", "-march=z10", "-msoft-float"), 8, UnaryOperator.identity(), false);
        clang.assertSame(new S390Abi(false));
    }
}
