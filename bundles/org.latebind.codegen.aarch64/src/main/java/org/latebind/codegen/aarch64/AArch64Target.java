package org.latebind.codegen.aarch64;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

/** 64-bit Arm as everybody but the code generator sees it. */
@Component(property = TargetDescription.ARCH + "=" + AArch64.ARCH)
public final class AArch64Target implements TargetDescription {
    @Override
    public ArchNames names() {
        return AArch64.NAMES;
    }

    @Override
    public DataModel dataModel() {
        return AArch64.DATA_MODEL;
    }

    /** Documentation/arch/arm64/booting.rst: {@code magic} at 56. */
    @Override
    public boolean isImage(byte[] beginning) {
        byte[] magic = {'A', 'R', 'M', 0x64};
        return beginning.length >= 60 && Arrays.equals(beginning, 56, 60, magic, 0, 4);
    }

    @Override
    public String predefinedMacros(TargetSettings settings) {
        return PredefinedMacros.of(settings);
    }

    @Override
    public Personality personality(TargetSettings settings) {
        return GccPersonality.of(settings.language(), Set.of());
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
