package org.latebind.codegen.s390x;

import java.util.List;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.target.api.GccMacros;
import org.latebind.target.api.TargetSettings;

/**
 * The macros that gcc predefines for the 64-bit IBM Z; {@code predefined-macros.h} has those that no flag
 * changes.
 */
final class PredefinedMacros {
    private PredefinedMacros() {}

    static String of(TargetSettings settings) {
        var macros = GccMacros.lp64(settings, S390.DATA_MODEL);
        macros.resource(PredefinedMacros.class, "predefined-macros.h");
        machine(macros, settings.codegen());
        return macros.text();
    }

    private static void machine(GccMacros macros, CodegenSettings codegen) {
        boolean floats = !codegen.features().contains("+soft-float");
        macros.define("__ARCH__", S390.level(codegen.cpu()));
        macros.defineAll(List.of("__GCC_IEC_559", "__GCC_IEC_559_COMPLEX"), floats ? 2 : 0);
        if (floats) {
            macros.defineAll(
                    List.of("__FP_FAST_FMA", "__FP_FAST_FMAF", "__FP_FAST_FMAF32", "__FP_FAST_FMAF32x", "__FP_FAST_FMAF64"), 1);
        }
        if (codegen.functionAttributes().contains(FunctionAttribute.always("uwtable"))) {
            macros.define("__GCC_HAVE_DWARF2_CFI_ASM", 1);
        }
        if (codegen.relocationModel() == RelocationModel.PIC) {
            macros.defineAll(List.of("__PIC__", "__pic__"), 2);
            if (codegen.moduleFlags().contains(ModuleFlag.number(7, "PIE Level", 2))) {
                macros.defineAll(List.of("__PIE__", "__pie__"), 2);
            }
        }
    }
}
