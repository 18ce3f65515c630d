package org.latebind.codegen.x86_64;

import java.util.List;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.target.api.GccMacros;
import org.latebind.target.api.TargetSettings;

/**
 * The macros that gcc predefines for x86-64.
 *
 * <p>{@code predefined-macros.h} has those that no flag changes. Left out on purpose: {@code __SEG_FS}
 * and {@code __SEG_GS} (no named address spaces), {@code __ATOMIC_HLE_*} (no lock elision).
 */
final class PredefinedMacros {
    private PredefinedMacros() {}

    static String of(TargetSettings settings) {
        var macros = GccMacros.lp64(settings, X86.DATA_MODEL);
        macros.resource(PredefinedMacros.class, "predefined-macros.h");
        if (settings.language().gcc().major() >= 12) {
            macros.defineAll(List.of("__GCC_CONSTRUCTIVE_SIZE", "__GCC_DESTRUCTIVE_SIZE"), 64);
        }
        machine(macros, settings.codegen());
        return macros.text();
    }

    private static void machine(GccMacros macros, CodegenSettings codegen) {
        if (!codegen.features().contains("-sse")) {
            macros.defineAll(
                    List.of("__MMX__", "__MMX_WITH_SSE__", "__SSE__", "__SSE2__", "__SSE_MATH__", "__SSE2_MATH__"), 1);
        }
        boolean x87 = !codegen.features().contains("-x87");
        if (!x87) {
            macros.define("_SOFT_FLOAT", 1);
        }
        macros.defineAll(List.of("__GCC_IEC_559", "__GCC_IEC_559_COMPLEX"), x87 ? 2 : 0);
        macros.define("__SIZEOF_FLOAT128__", 16);
        if (codegen.moduleFlags().stream().anyMatch(flag -> flag.name().equals("cf-protection-branch"))) {
            macros.define("__CET__", 1);
        }
        macros.define(codegen.codeModel() == CodeModel.KERNEL ? "__code_model_kernel__" : "__code_model_small__", 1);
        if (codegen.relocationModel() == RelocationModel.PIC) {
            macros.defineAll(List.of("__PIC__", "__pic__", "__PIE__", "__pie__"), 2);
        }
    }
}
