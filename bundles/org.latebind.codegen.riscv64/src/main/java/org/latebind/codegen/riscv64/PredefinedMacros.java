package org.latebind.codegen.riscv64;

import java.util.List;
import java.util.Map;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.target.api.GccMacros;
import org.latebind.target.api.TargetSettings;

/**
 * The macros that gcc predefines for 64-bit RISC-V; {@code predefined-macros.h} has those that no flag
 * changes.
 */
final class PredefinedMacros {
    /** Versions of extensions as gcc numbers them. */
    private static final Map<String, Integer> VERSIONS = Map.of(
            "i", 2001000, "m", 2000000, "a", 2001000, "c", 2000000, "f", 2002000, "d", 2002000, "zicsr", 2000000,
            "zifencei", 2000000);

    private PredefinedMacros() {}

    static String of(TargetSettings settings) {
        var macros = GccMacros.lp64(settings, RiscV.DATA_MODEL);
        macros.resource(PredefinedMacros.class, "predefined-macros.h");
        macros.define("__GCC_ATOMIC_WCHAR_T_LOCK_FREE", settings.language().shortWchar() ? 1 : 2);
        machine(macros, settings.codegen());
        return macros.text();
    }

    private static void machine(GccMacros macros, CodegenSettings codegen) {
        boolean floats = codegen.features().contains("+d");
        for (var feature : codegen.features()) {
            var extension = feature.substring(1);
            if (feature.startsWith("+") && !extension.equals("64bit")) {
                macros.define("__riscv_" + extension, VERSIONS.getOrDefault(extension, 1000000));
            }
        }
        if (floats) {
            macros.defineAll(
                    List.of(
                            "__riscv_fdiv", "__riscv_fsqrt", "__riscv_float_abi_double", "__FP_FAST_FMA",
                            "__FP_FAST_FMAF", "__FP_FAST_FMAF32", "__FP_FAST_FMAF32x", "__FP_FAST_FMAF64"),
                    1);
            macros.define("__riscv_flen", 64);
        } else {
            macros.define("__riscv_float_abi_soft", 1);
        }
        macros.defineAll(List.of("__GCC_IEC_559", "__GCC_IEC_559_COMPLEX"), floats ? 2 : 0);
        if (codegen.relocationModel() == RelocationModel.PIC) {
            macros.define("__riscv_cmodel_pic", 1);
            macros.defineAll(List.of("__PIC__", "__pic__", "__PIE__", "__pie__"), 2);
        }
        macros.define("__riscv_cmodel_medany", 1);
    }
}
