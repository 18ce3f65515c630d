package org.latebind.codegen.s390x;

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

/** 64-bit IBM Z as everybody but the code generator sees it. */
@Component(property = TargetDescription.ARCH + "=" + S390.ARCH)
public final class S390Target implements TargetDescription {
    @Override
    public ArchNames names() {
        return S390.NAMES;
    }

    @Override
    public DataModel dataModel() {
        return S390.DATA_MODEL;
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
        return new S390Abi(!settings.codegen().features().contains("+soft-float"));
    }

    @Override
    public InlineAsmRules inlineAsm(TargetSettings settings) {
        return new S390InlineAsm();
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
