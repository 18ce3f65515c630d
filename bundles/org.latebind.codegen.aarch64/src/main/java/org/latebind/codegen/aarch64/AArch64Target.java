package org.latebind.codegen.aarch64;

import java.util.Arrays;
import java.util.List;
import org.latebind.backend.BackendTarget;
import org.latebind.backend.GccMacros;
import org.latebind.backend.UserSpaceCode;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.InlineAsmRules;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.osgi.service.component.annotations.Component;

/** 64-bit Arm as everybody but the code generator sees it. */
@Component(property = {TargetDescription.ARCH + "=" + AArch64.ARCH, PassInfo.PREFIX_ + "kernel=" + AArch64.KERNEL_ARCH})
@PassInfo(name = "target", consumes = {}, produces = TargetDescription.class, arch = AArch64.ARCH)
public final class AArch64Target extends BackendTarget implements TargetDescription, Pass {
    /** Armv8.0. */
    private static final UserSpaceCode USER_SPACE = new UserSpaceCode(
            AArch64.NAMES,
            "generic",
            List.of("+fp-armv8", "+neon", "+v8a"),
            CodeModel.SMALL,
            false,
            List.of(),
            List.of());

    public AArch64Target() {
        super(AArch64.NAMES, AArch64.DATA_MODEL);
    }

    /** Documentation/arch/arm64/booting.rst: {@code magic} at 56. */
    @Override
    public boolean isImage(byte[] beginning) {
        byte[] magic = {'A', 'R', 'M', 0x64};
        return beginning.length >= 60 && Arrays.equals(beginning, 56, 60, magic, 0, 4);
    }

    @Override
    protected void machineMacros(GccMacros macros, TargetSettings settings) {
        var codegen = settings.codegen();
        if (settings.language().gcc().major() >= 12) {
            macros.define("__GCC_CONSTRUCTIVE_SIZE", 64);
            macros.define("__GCC_DESTRUCTIVE_SIZE", 256);
        }
        boolean floats = !codegen.features().contains("-fp-armv8");
        macros.floatingPoint(floats);
        if (floats) {
            macros.fusedMultiplyAdd();
            macros.defineAll(
                    List.of(
                            "__ARM_FEATURE_FMA", "__ARM_FEATURE_NUMERIC_MAXMIN", "__ARM_FP16_ARGS",
                            "__ARM_FP16_FORMAT_IEEE", "__ARM_NEON"),
                    1);
            macros.define("__ARM_FP", 14);
        }
        for (var attribute : codegen.functionAttributes()) {
            switch (attribute.text()) {
                case "\"sign-return-address\"=\"non-leaf\"" -> macros.define("__ARM_FEATURE_PAC_DEFAULT", 1);
                case "\"sign-return-address\"=\"all\"" -> macros.define("__ARM_FEATURE_PAC_DEFAULT", 5);
                case "\"branch-target-enforcement\"" -> macros.define("__ARM_FEATURE_BTI_DEFAULT", 1);
                default -> {}
            }
        }
        macros.unwindTables(codegen);
        macros.positionIndependence(codegen);
    }

    @Override
    public AbiLowering abi(TargetSettings settings) {
        return new Aapcs64();
    }

    @Override
    public InlineAsmRules inlineAsm(TargetSettings settings) {
        return new ArmInlineAsm();
    }

    @Override
    public TargetSettings kernelSettings(KernelBuild kernel) {
        return KernelSettings.of(kernel);
    }

    @Override
    public TargetSettings userSpaceSettings(UserSpaceOptions options) {
        return USER_SPACE.settings(options);
    }
}
