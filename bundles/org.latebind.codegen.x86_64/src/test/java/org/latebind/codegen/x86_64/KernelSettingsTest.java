package org.latebind.codegen.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetSettings;

/** Attributes and module flags are those that clang 19 emits for the same kernels' flags. */
class KernelSettingsTest {
    private static List<String> flags(TargetSettings settings) {
        return settings.codegen().moduleFlags().stream().map(ModuleFlag::text).sorted().toList();
    }

    @Test
    void aKernelBeforeCallPadding() {
        var settings = Kernels.v61();
        assertEquals(Dialect.GNU11, settings.language().dialect());
        assertEquals("12.2.0", settings.language().gcc().toString());
        assertTrue(settings.language().charIsSigned());
        assertTrue(settings.language().zeroInitializedAutos());
        assertTrue(settings.language().wrappingArithmetic());
        assertTrue(settings.language().nullPointerIsValid());
        assertFalse(settings.language().commonVariables());
        assertEquals(
                List.of(
                        "+harden-sls-ijmp",
                        "+harden-sls-ret",
                        "+retpoline-external-thunk",
                        "+retpoline-indirect-branches",
                        "+retpoline-indirect-calls",
                        "-mmx",
                        "-sse",
                        "-x87"),
                settings.codegen().features());
        assertEquals(
                List.of(
                        "!{i32 1, !\"Code Model\", i32 2}",
                        "!{i32 1, !\"override-stack-alignment\", i32 8}",
                        "!{i32 1, !\"wchar_size\", i32 2}",
                        "!{i32 4, !\"SkipRaxSetup\", i32 1}",
                        "!{i32 4, !\"function_return_thunk_extern\", i32 1}",
                        "!{i32 4, !\"indirect_branch_cs_prefix\", i32 1}",
                        "!{i32 7, !\"uwtable\", i32 2}"),
                flags(settings));
        assertEquals(0, settings.codegen().functionAlignment());
    }

    @Test
    void aKernelWithBranchTrackingAndItsOwnStackGuard() {
        var settings = Kernels.v72();
        assertFalse(settings.language().charIsSigned());
        assertTrue(settings.language().msExtensions());
        assertEquals(16, settings.codegen().functionAlignment());
        assertTrue(flags(settings).contains("!{i32 8, !\"cf-protection-branch\", i32 1}"));
        assertTrue(flags(settings).contains("!{i32 1, !\"stack-protector-guard-reg\", !\"gs\"}"));
        assertTrue(flags(settings)
                .contains("!{i32 1, !\"stack-protector-guard-symbol\", !\"__ref_stack_chk_guard\"}"));
        assertTrue(settings.codegen()
                .functionAttributes(Set.of())
                .containsAll(List.of(
                        "fn_ret_thunk_extern",
                        "\"fentry-call\"=\"true\"",
                        "\"patchable-function-entry\"=\"0\"",
                        "\"patchable-function-prefix\"=\"16\"",
                        "sspstrong",
                        "noredzone",
                        "nounwind",
                        "uwtable",
                        "null_pointer_is_valid",
                        "\"no-jump-tables\"=\"true\"")));
    }

    @Test
    void untracedFunctionsKeepTheirPadding() {
        var attributes = Kernels.v612().codegen().functionAttributes(Set.of(Trait.NOT_INSTRUMENTED));
        assertFalse(attributes.contains("\"fentry-call\"=\"true\""));
        assertTrue(attributes.contains("\"patchable-function-prefix\"=\"16\""));
    }

    @Test
    void settingsReadBackFromText() {
        var settings = Kernels.v72();
        assertEquals(settings, TargetSettings.fromMap(settings.toMap()));
    }

    @Test
    void flagsThatChangeCodeAndAreNotUnderstoodAreRefused() {
        var flags = new ArrayList<>(List.of("-mcmodel=kernel", "-mno-red-zone", "-fno-PIE", "-O2"));
        KernelSettings.of(Kernels.kernel(flags, 120200));
        flags.add("-mregparm=3");
        var refusal = assertThrows(
                DiagnosticException.class, () -> KernelSettings.of(Kernels.kernel(flags, 120200)));
        assertEquals("LB5022", refusal.diagnostic().code());
        assertFalse(refusal.isBadInput());
    }

    @Test
    void sanitizersThatBothSidesOfACallNeedAreRefused() {
        var flags = List.of("-mcmodel=kernel", "-O2", "-fsanitize=kcfi", "-fsanitize=bounds-strict");
        var refusal = assertThrows(
                DiagnosticException.class, () -> KernelSettings.of(Kernels.kernel(flags, 120200)));
        assertTrue(refusal.diagnostic().message().contains("-fsanitize=kcfi"), refusal.getMessage());
        KernelSettings.of(Kernels.kernel(List.of("-mcmodel=kernel", "-O2", "-fsanitize=bounds-strict"), 120200));
    }

    @Test
    void answersGoOnlyToOptionsThatTheKernelHas() {
        var answers = ConfigAnswers.of(Kernels.kernel(List.of(), 120200));
        assertEquals(List.of("HAVE_JUMP_LABEL_HACK"), answers.stream().map(a -> a.option()).toList());
    }
}
