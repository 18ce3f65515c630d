package org.latebind.codegen.aarch64;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.ClangCallsOracle;

class Aapcs64AgainstClangTest {
    @Test
    void recordsTravelAsClangSaysTheyDo() throws IOException, InterruptedException {
        var clang = new ClangCallsOracle(
                List.of("-target", "aarch64-linux-gnu"), 16, UnaryOperator.identity(), false);
        clang.assertSame(new Aapcs64());
    }
}
