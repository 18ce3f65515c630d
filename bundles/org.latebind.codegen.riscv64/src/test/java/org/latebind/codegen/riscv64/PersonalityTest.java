package org.latebind.codegen.riscv64;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.GccAnswersOracle;
import org.latebind.target.api.UserSpaceOptions;

/** Answers to {@code __has_attribute} and {@code __has_builtin} are those of gcc 12. */
class PersonalityTest {
    @Test
    void answersAsGccDoes() throws IOException, InterruptedException {
        var target = new RiscVTarget();
        var settings = target.userSpaceSettings(UserSpaceOptions.defaults());
        new GccAnswersOracle("riscv64-linux-gnu-gcc-12").assertSame(List.of("-std=gnu17"), target.personality(settings));
    }
}
