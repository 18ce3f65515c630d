package org.latebind.codegen.aarch64;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.GccMacrosOracle;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.UserSpaceOptions;

class PredefinedMacrosTest {
    private static final TargetDescription TARGET = new AArch64Target();

    private static final GccMacrosOracle GCC = new GccMacrosOracle("aarch64-linux-gnu-gcc-12", "__aarch64__", "");

    @Test
    void userSpace() throws IOException, InterruptedException {
        GCC.assertSame(List.of("-O2", "-fPIE"), TARGET.predefinedMacros(TARGET.userSpaceSettings(UserSpaceOptions.defaults())));
    }

    @Test
    void otherDialects() throws IOException, InterruptedException {
        GCC.assertSame(
                List.of("-Os", "-std=c11", "-fno-pie"),
                TARGET.predefinedMacros(TARGET.userSpaceSettings(
                        new UserSpaceOptions(Dialect.C11, UserSpaceOptions.Optimization.OS, false))));
        GCC.assertSame(
                List.of("-O2", "-fPIE", "-std=gnu89"),
                TARGET.predefinedMacros(TARGET.userSpaceSettings(
                        new UserSpaceOptions(Dialect.GNU89, UserSpaceOptions.Optimization.O2, true))));
    }

    @Test
    void kernel() throws IOException, InterruptedException {
        GCC.assertSame(Kernels.FLAGS, TARGET.predefinedMacros(TARGET.kernelSettings(Kernels.debian())));
    }
}
