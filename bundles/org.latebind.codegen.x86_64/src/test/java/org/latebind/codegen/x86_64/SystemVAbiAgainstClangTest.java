package org.latebind.codegen.x86_64;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.ClangCallsOracle;

class SystemVAbiAgainstClangTest {
    @Test
    void recordsTravelAsClangSaysTheyDo() throws IOException, InterruptedException {
        var clang = new ClangCallsOracle(
                List.of("-target", "x86_64-linux-gnu"), 16, SystemVAbiAgainstClangTest::kind, true);
        clang.assertSame(new SystemVAbi());
    }

    /** I or S a register, X the x87 stack; of the types that fill one in part clang chooses others. */
    private static String kind(String type) {
        if (type.equals("i128")) {
            return "I I";
        }
        return switch (type.charAt(0)) {
            case 'i', 'p' -> "I";
            case 'd', 'f', '<', 'h' -> "S";
            case 'x' -> "X";
            case 'm' -> type;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
