package org.latebind.codegen.s390x;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.GccMacrosOracle;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.UserSpaceOptions;

class PredefinedMacrosTest {
    private static final TargetDescription TARGET = new S390Target();

    private static final GccMacrosOracle GCC = new GccMacrosOracle("s390x-linux-gnu-gcc-12", "__s390x__", "");

    @Test
    void userSpace() throws IOException, InterruptedException {
        GCC.assertSame(List.of("-O2", "-fPIE"), TARGET.predefinedMacros(TARGET.userSpaceSettings(UserSpaceOptions.defaults())));
    }

    @Test
    void otherDialects() throws IOException, InterruptedException {
        GCC.assertSame(
                List.of("-Os", "-std=gnu11", "-fno-pie"),
                TARGET.predefinedMacros(TARGET.userSpaceSettings(
                        new UserSpaceOptions(Dialect.GNU11, UserSpaceOptions.Optimization.OS, false))));
        GCC.assertSame(
                List.of("-O2", "-fPIE", "-std=gnu89"),
                TARGET.predefinedMacros(TARGET.userSpaceSettings(
                        new UserSpaceOptions(Dialect.GNU89, UserSpaceOptions.Optimization.O2, true))));
    }

    /** There gcc has {@code __FLT_EVAL_METHOD__} 1. */
    @Test
    void dialectsThatComputeInMorePrecisionAreRefused() {
        var refusal = assertThrows(
                DiagnosticException.class,
                () -> TARGET.userSpaceSettings(new UserSpaceOptions(Dialect.C11, UserSpaceOptions.Optimization.O2, true)));
        assertEquals("LB5027", refusal.diagnostic().code());
    }

    @Test
    void kernel() throws IOException, InterruptedException {
        GCC.assertSame(Kernels.FLAGS, TARGET.predefinedMacros(TARGET.kernelSettings(Kernels.debian())));
    }
}
