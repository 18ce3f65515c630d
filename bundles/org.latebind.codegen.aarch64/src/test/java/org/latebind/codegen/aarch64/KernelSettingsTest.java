package org.latebind.codegen.aarch64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.target.api.TargetSettings;

/** Attributes and module flags are those that clang emits for the same flags. */
class KernelSettingsTest {
    @Test
    void aKernelOfDebian() {
        var settings = KernelSettings.of(Kernels.debian());
        assertFalse(settings.language().charIsSigned());
        assertTrue(settings.codegen().isForKernel());
        assertEquals(List.of("+v8a", "-fp-armv8", "-neon"), settings.codegen().features());
        var attributes = settings.codegen().functionAttributes(Set.of());
        assertTrue(attributes.containsAll(List.of(
                "\"sign-return-address\"=\"all\"",
                "sspstrong",
                "\"patchable-function-entry\"=\"2\"",
                "\"patchable-function-prefix\"=\"2\"",
                "\"disable-tail-calls\"=\"true\"",
                "nounwind")), attributes.toString());
        assertFalse(attributes.contains("uwtable"));
        var flags = settings.codegen().moduleFlags().stream().map(ModuleFlag::text).toList();
        assertTrue(flags.containsAll(List.of(
                "!{i32 8, !\"sign-return-address\", i32 1}",
                "!{i32 1, !\"stack-protector-guard\", !\"sysreg\"}",
                "!{i32 1, !\"stack-protector-guard-reg\", !\"sp_el0\"}",
                "!{i32 1, !\"stack-protector-guard-offset\", i32 1360}")), flags.toString());
        assertEquals(settings, TargetSettings.fromMap(settings.toMap()));
    }

    @Test
    void untraceableFunctionsHaveNoPatchableEntry() {
        var attributes = KernelSettings.of(Kernels.debian()).codegen()
                .functionAttributes(Set.of(Trait.OWN_PATCHABLE_ENTRY));
        assertTrue(attributes.stream().noneMatch(text -> text.contains("patchable")), attributes.toString());
    }

    @Test
    void flagsThatChangeCodeAndAreNotUnderstoodAreRefused() {
        Kernels.debian().assertRefused(List.of(
                "-mcmodel=large", "-mfancy", "-fsanitize=kcfi", "-fsanitize=shadow-call-stack", "-fsanitize=kernel-hwaddress",
                "-pg", "-mbig-endian", "-mbranch-protection=pac-ret+b-key", "-fstack-clash-protection", "-moutline-atomics",
                "-Wa,-mnew", "-fplugin=/k/scripts/gcc-plugins/latent_entropy_plugin.so"), KernelSettings::of);
    }

    @Test
    void branchTargetsAndSignedReturnsAreTheKernels() {
        var settings = KernelSettings.of(Kernels.debian().with("-mbranch-protection=pac-ret+bti")).codegen();
        var attributes = settings.functionAttributes(Set.of());
        assertTrue(attributes.containsAll(List.of(
                "\"sign-return-address\"=\"non-leaf\"", "\"branch-target-enforcement\"")), attributes.toString());
        var flags = settings.moduleFlags().stream().map(ModuleFlag::text).toList();
        assertTrue(flags.contains("!{i32 8, !\"branch-target-enforcement\", i32 1}"), flags.toString());
        var none = KernelSettings.of(Kernels.debian().with("-mbranch-protection=none")).codegen().functionAttributes(Set.of());
        assertTrue(none.stream().noneMatch(text -> text.contains("sign-return") || text.contains("branch-target")), none.toString());
    }
}
