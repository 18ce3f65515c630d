package org.latebind.codegen.aarch64;

import java.util.List;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.target.api.GccMacros;
import org.latebind.target.api.TargetSettings;

/**
 * The macros that gcc predefines for 64-bit Arm; {@code predefined-macros.h} has those that no flag
 * changes.
 */
final class PredefinedMacros {
    private PredefinedMacros() {}

    static String of(TargetSettings settings) {
        var macros = GccMacros.lp64(settings, AArch64.DATA_MODEL);
        macros.resource(PredefinedMacros.class, "predefined-macros.h");
        if (settings.language().gcc().major() >= 12) {
            macros.define("__GCC_CONSTRUCTIVE_SIZE", 64);
            macros.define("__GCC_DESTRUCTIVE_SIZE", 256);
        }
        machine(macros, settings.codegen());
        return macros.text();
    }

    private static void machine(GccMacros macros, CodegenSettings codegen) {
        boolean floats = !codegen.features().contains("-fp-armv8");
        if (floats) {
            macros.defineAll(
                    List.of(
                            "__ARM_FEATURE_FMA", "__ARM_FEATURE_NUMERIC_MAXMIN", "__ARM_FP16_ARGS",
                            "__ARM_FP16_FORMAT_IEEE", "__ARM_NEON", "__FP_FAST_FMA", "__FP_FAST_FMAF", "__FP_FAST_FMAF32",
                            "__FP_FAST_FMAF32x", "__FP_FAST_FMAF64"),
                    1);
            macros.define("__ARM_FP", 14);
        }
        macros.defineAll(List.of("__GCC_IEC_559", "__GCC_IEC_559_COMPLEX"), floats ? 2 : 0);
        for (var attribute : codegen.functionAttributes()) {
            switch (attribute.text()) {
                case "\"sign-return-address\"=\"non-leaf\"" -> macros.define("__ARM_FEATURE_PAC_DEFAULT", 1);
                case "\"sign-return-address\"=\"all\"" -> macros.define("__ARM_FEATURE_PAC_DEFAULT", 5);
                case "uwtable" -> macros.define("__GCC_HAVE_DWARF2_CFI_ASM", 1);
                case "\"branch-target-enforcement\"" -> macros.define("__ARM_FEATURE_BTI_DEFAULT", 1);
                default -> {}
            }
        }
        if (codegen.relocationModel() == RelocationModel.PIC) {
            macros.defineAll(List.of("__PIC__", "__pic__", "__PIE__", "__pie__"), 2);
        }
    }
}
