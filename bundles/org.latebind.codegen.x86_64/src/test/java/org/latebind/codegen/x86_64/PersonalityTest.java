package org.latebind.codegen.x86_64;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.GccAnswersOracle;
import org.latebind.target.api.UserSpaceOptions;

/** Answers to {@code __has_attribute} and {@code __has_builtin} are those of gcc 12. */
class PersonalityTest {
    @Test
    void answersAsGccDoes() throws IOException, InterruptedException {
        var target = new X86Target();
        var settings = target.userSpaceSettings(UserSpaceOptions.defaults());
        new GccAnswersOracle("gcc").assertSame(List.of("-std=gnu17"), target.personality(settings));
    }
}
