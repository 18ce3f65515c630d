package org.latebind.codegen.s390x;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
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
        assertEquals("z10", settings.codegen().cpu());
        assertEquals(List.of("+soft-float"), settings.codegen().features());
        assertEquals(RelocationModel.PIC, settings.codegen().relocationModel());
        var attributes = settings.codegen().functionAttributes(Set.of());
        assertTrue(attributes.containsAll(List.of(
                "\"use-soft-float\"=\"true\"",
                "\"packed-stack\"",
                "\"backchain\"",
                "\"fentry-call\"=\"true\"",
                "\"mrecord-mcount\"",
                "\"mnop-mcount\"",
                "nounwind")), attributes.toString());
        assertFalse(attributes.contains("uwtable"));
        var flags = settings.codegen().moduleFlags().stream().map(ModuleFlag::text).toList();
        assertTrue(flags.contains("!{i32 8, !\"PIC Level\", i32 2}"), flags.toString());
        assertEquals(settings, TargetSettings.fromMap(settings.toMap()));
    }

    @Test
    void untraceableFunctionsCallNothingAndAreNotRecorded() {
        var attributes = KernelSettings.of(Kernels.debian()).codegen().functionAttributes(Set.of(Trait.NOT_INSTRUMENTED));
        assertTrue(attributes.stream().noneMatch(text -> text.contains("fentry") || text.contains("mcount")), attributes.toString());
    }

    @Test
    void flagsThatChangeCodeAndAreNotHonoredAreRefused() {
        Kernels.debian().assertRefused(
                List.of(
                        "-mindirect-branch=thunk", "-mfunction-return=thunk-extern", "-fstack-protector-strong", "-mfancy",
                        "-mhotpatch=0,3", "-march=z99", "-mno-soft-float", "-fsanitize=kcfi"),
                KernelSettings::of);
    }
}
