package org.latebind.codegen.riscv64;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.DataModel;
import org.latebind.target.api.GccPersonality;
import org.latebind.target.api.InlineAsmRules;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.Personality;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.osgi.service.component.annotations.Component;

/** 64-bit RISC-V as everybody but the code generator sees it. */
@Component(property = TargetDescription.ARCH + "=" + RiscV.ARCH)
public final class RiscVTarget implements TargetDescription {
    @Override
    public ArchNames names() {
        return RiscV.NAMES;
    }

    @Override
    public DataModel dataModel() {
        return RiscV.DATA_MODEL;
    }

    /** Documentation/arch/riscv/boot-image-header.rst: {@code magic2} at 56. */
    @Override
    public boolean isImage(byte[] beginning) {
        byte[] magic = {'R', 'S', 'C', 5};
        return beginning.length >= 60 && Arrays.equals(beginning, 56, 60, magic, 0, 4);
    }

    @Override
    public String predefinedMacros(TargetSettings settings) {
        return PredefinedMacros.of(settings);
    }

    @Override
    public Personality personality(TargetSettings settings) {
        return GccPersonality.of(settings.language(), Set.of(GnuAttribute.NAKED));
    }

    @Override
    public AbiLowering abi(TargetSettings settings) {
        return new RiscVAbi(settings.codegen().features().contains("+d"));
    }

    @Override
    public InlineAsmRules inlineAsm(TargetSettings settings) {
        return new RiscVInlineAsm();
    }

    @Override
    public TargetSettings kernelSettings(KernelBuild kernel) {
        return KernelSettings.of(kernel);
    }

    /** None: what these kernels ask of a compiler, ours has as well. */
    @Override
    public List<ConfigAnswer> configAnswers(KernelBuild kernel) {
        return List.of();
    }

    @Override
    public TargetSettings userSpaceSettings(UserSpaceOptions options) {
        return UserSpaceSettings.of(options);
    }
}
