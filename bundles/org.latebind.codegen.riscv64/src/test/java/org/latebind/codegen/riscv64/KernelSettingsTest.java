package org.latebind.codegen.riscv64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.backend.oracles.StubKernel;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.TargetSettings;

/** Attributes and module flags are those that clang emits for the same flags. */
class KernelSettingsTest {
    @Test
    void aKernelOfDebian() {
        var settings = KernelSettings.of(Kernels.debian());
        assertFalse(settings.language().charIsSigned());
        assertTrue(settings.codegen().isForKernel());
        assertEquals(List.of("+64bit", "+a", "+c", "+i", "+m", "+zicsr", "+zifencei", "-relax"), settings.codegen().features());
        var attributes = settings.codegen().functionAttributes(Set.of());
        assertTrue(attributes.containsAll(List.of(
                "sspstrong",
                "\"patchable-function-entry\"=\"2\"",
                "\"patchable-function-prefix\"=\"2\"",
                "\"disable-tail-calls\"=\"true\"",
                "nounwind")), attributes.toString());
        assertFalse(attributes.contains("uwtable"));
        var flags = settings.codegen().moduleFlags().stream().map(ModuleFlag::text).toList();
        assertTrue(flags.containsAll(List.of(
                "!{i32 1, !\"target-abi\", !\"lp64\"}",
                "!{i32 1, !\"stack-protector-guard\", !\"tls\"}",
                "!{i32 1, !\"stack-protector-guard-reg\", !\"tp\"}",
                "!{i32 1, !\"stack-protector-guard-offset\", i32 1360}")), flags.toString());
        assertEquals(settings, TargetSettings.fromMap(settings.toMap()));
    }

    @Test
    void aStackGuardWhosePlaceIsNotKnownIsRefused() {
        var kernel = new StubKernel(Kernels.FLAGS, Map.of(
                "CC_IS_GCC", "y", "GCC_VERSION", "120200", "STACKPROTECTOR_PER_TASK", "y", "RISCV_ISA_C", "y",
                "TOOLCHAIN_NEEDS_EXPLICIT_ZICSR_ZIFENCEI", "y"), Map.of());
        var refused = assertThrows(DiagnosticException.class, () -> KernelSettings.of(kernel));
        assertEquals("LB5023", refused.diagnostic().code());
    }

    @Test
    void untraceableFunctionsHaveNoPatchableEntry() {
        var attributes = KernelSettings.of(Kernels.debian()).codegen()
                .functionAttributes(Set.of(Trait.OWN_PATCHABLE_ENTRY));
        assertTrue(attributes.stream().noneMatch(text -> text.contains("patchable")), attributes.toString());
    }

    @Test
    void flagsThatChangeCodeAndAreNotUnderstoodAreRefused() {
        Kernels.debian().assertRefused(List.of("-mcmodel=large", "-mfancy", "-fsanitize=kcfi", "-pg", "-fPIE"), KernelSettings::of);
    }
}
