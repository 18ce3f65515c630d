package org.latebind.codegen.riscv64;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.latebind.backend.BackendTarget;
import org.latebind.backend.GccMacros;
import org.latebind.backend.UserSpaceCode;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.InlineAsmRules;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.osgi.service.component.annotations.Component;

/** 64-bit RISC-V as everybody but the code generator sees it. */
@Component(property = {TargetDescription.ARCH + "=" + RiscV.ARCH, PassInfo.PREFIX_ + "kernel=" + RiscV.KERNEL_ARCH})
@PassInfo(name = "target", consumes = {}, produces = TargetDescription.class, arch = RiscV.ARCH)
public final class RiscVTarget extends BackendTarget implements TargetDescription, Pass {
    /** Versions of extensions as gcc numbers them. */
    private static final Map<String, Integer> VERSIONS = Map.of(
            "i", 2001000, "m", 2000000, "a", 2001000, "c", 2000000, "f", 2002000, "d", 2002000, "zicsr", 2000000,
            "zifencei", 2000000);

    /** rv64gc, lp64d. */
    private static final UserSpaceCode USER_SPACE = new UserSpaceCode(
            RiscV.NAMES,
            "generic-rv64",
            List.of("+64bit", "+a", "+c", "+d", "+f", "+i", "+m", "+zicsr", "+zifencei", "-relax"),
            CodeModel.MEDIUM,
            false,
            List.of(),
            List.of(ModuleFlag.string(1, "target-abi", "lp64d")));

    public RiscVTarget() {
        super(RiscV.NAMES, RiscV.DATA_MODEL);
    }

    /** Documentation/arch/riscv/boot-image-header.rst: {@code magic2} at 56. */
    @Override
    public boolean isImage(byte[] beginning) {
        byte[] magic = {'R', 'S', 'C', 5};
        return beginning.length >= 60 && Arrays.equals(beginning, 56, 60, magic, 0, 4);
    }

    @Override
    protected void machineMacros(GccMacros macros, TargetSettings settings) {
        var codegen = settings.codegen();
        macros.define("__GCC_ATOMIC_WCHAR_T_LOCK_FREE", settings.language().shortWchar() ? 1 : 2);
        for (var feature : codegen.features()) {
            var extension = feature.substring(1);
            if (feature.startsWith("+") && !extension.equals("64bit")) {
                macros.define("__riscv_" + extension, VERSIONS.getOrDefault(extension, 1000000));
            }
        }
        boolean floats = hasFloatingRegisters(settings);
        macros.floatingPoint(floats);
        if (floats) {
            macros.fusedMultiplyAdd();
            macros.defineAll(List.of("__riscv_fdiv", "__riscv_fsqrt", "__riscv_float_abi_double"), 1);
            macros.define("__riscv_flen", 64);
        } else {
            macros.define("__riscv_float_abi_soft", 1);
        }
        macros.positionIndependence(codegen);
        if (codegen.relocationModel() == RelocationModel.PIC) {
            macros.define("__riscv_cmodel_pic", 1);
        }
        macros.define("__riscv_cmodel_medany", 1);
    }

    @Override
    protected Set<GnuAttribute> machineAttributes() {
        return Set.of(GnuAttribute.NAKED);
    }

    private static boolean hasFloatingRegisters(TargetSettings settings) {
        return settings.codegen().features().contains("+d");
    }

    @Override
    public AbiLowering abi(TargetSettings settings) {
        return new RiscVAbi(hasFloatingRegisters(settings));
    }

    @Override
    public InlineAsmRules inlineAsm(TargetSettings settings) {
        return new RiscVInlineAsm();
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
