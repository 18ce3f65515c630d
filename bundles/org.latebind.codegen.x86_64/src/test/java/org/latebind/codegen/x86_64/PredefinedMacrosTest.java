package org.latebind.codegen.x86_64;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.GccMacrosOracle;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.UserSpaceOptions;

class PredefinedMacrosTest {
    private static final TargetDescription TARGET = new X86Target();

    /** We have no address spaces by these names and no lock elision. */
    private static final GccMacrosOracle GCC = new GccMacrosOracle("gcc", "__x86_64__", "__SEG_(FS|GS)|__ATOMIC_HLE_\\w+");

    @Test
    void userSpace() throws IOException, InterruptedException {
        GCC.assertSame(List.of("-O2"), TARGET.predefinedMacros(TARGET.userSpaceSettings(UserSpaceOptions.defaults())));
    }

    @Test
    void otherDialects() throws IOException, InterruptedException {
        GCC.assertSame(
                List.of("-Os", "-std=c11", "-fno-pie"),
                TARGET.predefinedMacros(TARGET.userSpaceSettings(
                        new UserSpaceOptions(Dialect.C11, UserSpaceOptions.Optimization.OS, false))));
        GCC.assertSame(
                List.of("-O2", "-std=gnu89"),
                TARGET.predefinedMacros(TARGET.userSpaceSettings(
                        new UserSpaceOptions(Dialect.GNU89, UserSpaceOptions.Optimization.O2, true))));
    }

    @Test
    void kernel() throws IOException, InterruptedException {
        var flags = Kernels.kernel("6.1", 120200).compilerFlags().stream()
                .filter(flag -> !flag.equals("-nostdinc") && !flag.startsWith("--param"))
                .toList();
        // -fcf-protection=none and its like change no macro that is left.
        GCC.assertSame(flags, TARGET.predefinedMacros(Kernels.v61()));
    }
}
