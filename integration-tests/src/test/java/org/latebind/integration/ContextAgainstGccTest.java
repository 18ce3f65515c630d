package org.latebind.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.latebind.kit.Appliance;
import org.latebind.kit.Distribution;
import org.latebind.kit.Needs;

/**
 * The tokens that a link sees are those of {@code gcc -E} with the kernel's own flags, in whatever order and after
 * whatever definitions headers are included, though most of them come from event logs that were recorded in another.
 *
 * <p>A few draws of one kernel are made each time. All of it takes long and is run by hand:
 * {@code LATEBIND_DRAWS=10000} draws so many units of a kernel, {@code LATEBIND_DRAWS=all} until each of its headers
 * was drawn; {@code LATEBIND_SEED=2} draws others. {@code LATEBIND_DRAW_KERNELS="bookworm amd64, trixie amd64"} names
 * suites, architectures and flavors. {@code GCC} has names of compilers to be tried, with {@code {version}} and
 * {@code {arch}} where a kernel's are put in; Debian's name for it is tried at last.
 */
class ContextAgainstGccTest {
    private static final String DRAWS = System.getenv().getOrDefault("LATEBIND_DRAWS", "");
    private static final long SEED = Long.parseLong(System.getenv().getOrDefault("LATEBIND_SEED", "1"));
    private static final String ALL_KERNELS = "bullseye amd64, bookworm amd64, bookworm amd64 rt, bookworm amd64 cloud, "
            + "trixie amd64, sid amd64, bookworm arm64, sid arm64, trixie riscv64";
    private static final String KERNELS = System.getenv().getOrDefault("LATEBIND_DRAW_KERNELS", ALL_KERNELS);
    private static final String GCC = System.getenv().getOrDefault("GCC", "");
    private static final Path WORK = Distribution.ROOT.resolve("integration-tests/target/context");
    private static final String ONE_KERNEL = "bookworm amd64";
    private static final int FEW = 40;
    private static final double SMALLEST_SHARE_FROM_EVENT_LOGS = 0.9;

    @Test
    void everyHeaderOfTheseKernels() throws Exception {
        Needs.asked(!DRAWS.isEmpty(), "wants LATEBIND_DRAWS");
        int most = DRAWS.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(DRAWS);
        var modules = ModuleDefinitions.fetch().orElseThrow(() -> new AssertionError("no module's package can be fetched"));
        var latebind = Appliance.shared();
        int different = 0;
        var missing = new ArrayList<String>();
        for (var words : KERNELS.split(",")) {
            var kernel = KernelTree.of(words, WORK, latebind, release -> Optional.empty());
            var gcc = kernel.isPresent() ? gcc(words, kernel.get()) : Optional.<KernelGcc>empty();
            if (gcc.isPresent()) {
                different += draw(kernel.get(), gcc.get(), modules, most);
            } else {
                var what = kernel.map(found -> "gcc " + found.gccVersion() + ", which built " + found.release())
                        .orElse("the packages");
                System.err.println("SKIPPED: " + words.strip() + ": not to be had here: " + what);
                missing.add(words.strip());
            }
        }
        assertEquals(0, different, "see above");
        // Whoever asks for draws wants them.
        assertEquals(List.of(), missing, "were not drawn, see above");
    }

    @Test
    void aFewDrawsOfOneKernel() throws Exception {
        Needs.asked(DRAWS.isEmpty(), "LATEBIND_DRAWS asks for others");
        var kernels = RealKernels.kernels();
        var modules = Needs.found(ModuleDefinitions.fetch(), "sources of modules");
        Function<String, Optional<Path>> known = release -> kernels.stream()
                .filter(each -> each.release().equals(release)).map(RealKernels.Kernel::headerData).findFirst();
        var latebind = Appliance.shared();
        var kernel = Needs.found(KernelTree.of(ONE_KERNEL, WORK, latebind, known), "the kernel of " + ONE_KERNEL);
        var gcc = Needs.found(gcc(ONE_KERNEL, kernel), "gcc " + kernel.gccVersion());
        assertEquals(0, draw(kernel, gcc, modules, FEW), "see above");
    }

    private static Optional<KernelGcc> gcc(String words, KernelTree kernel) throws Exception {
        return KernelGcc.find(GCC, words.strip().split("\\s+")[1], kernel.gccVersion());
    }

    /** How many draws are different. */
    private static int draw(KernelTree kernel, KernelGcc gcc, ModuleDefinitions modules, int most) throws Exception {
        try (var draws = new ContextDraws(kernel, gcc, modules, SEED)) {
            draws.run(most);
            System.err.println(draws);
            assertTrue(draws.count() > 0, "nothing was drawn");
            assertTrue(draws.shareFromEventLogs() > SMALLEST_SHARE_FROM_EVENT_LOGS, "event logs are not used");
            return draws.different().size();
        }
    }
}
