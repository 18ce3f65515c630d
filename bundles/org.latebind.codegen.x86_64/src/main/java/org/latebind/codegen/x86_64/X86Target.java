package org.latebind.codegen.x86_64;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

/** x86-64 as everybody but the code generator sees it. */
@Component(property = TargetDescription.ARCH + "=" + X86.ARCH)
public final class X86Target implements TargetDescription {
    private static final Set<GnuAttribute> GCC_ATTRIBUTES = EnumSet.of(
            GnuAttribute.CALLEE_POP_AGGREGATE_RETURN, GnuAttribute.CDECL, GnuAttribute.CF_CHECK, GnuAttribute.FASTCALL,
            GnuAttribute.MS_ABI, GnuAttribute.NAKED, GnuAttribute.REGPARM, GnuAttribute.STDCALL, GnuAttribute.SYSV_ABI,
            GnuAttribute.THISCALL);

    @Override
    public ArchNames names() {
        return X86.NAMES;
    }

    @Override
    public DataModel dataModel() {
        return X86.DATA_MODEL;
    }

    @Override
    public String predefinedMacros(TargetSettings settings) {
        return PredefinedMacros.of(settings);
    }

    @Override
    public Personality personality(TargetSettings settings) {
        return GccPersonality.of(settings.language(), GCC_ATTRIBUTES);
    }

    @Override
    public AbiLowering abi(TargetSettings settings) {
        return new SystemVAbi();
    }

    @Override
    public Optional<AbiLowering> msAbi(TargetSettings settings) {
        return Optional.of(new WindowsAbi());
    }

    @Override
    public InlineAsmRules inlineAsm(TargetSettings settings) {
        return new X86InlineAsm();
    }

    @Override
    public TargetSettings kernelSettings(KernelBuild kernel) {
        return KernelSettings.of(kernel);
    }

    @Override
    public List<ConfigAnswer> configAnswers(KernelBuild kernel) {
        return ConfigAnswers.of(kernel);
    }

    @Override
    public TargetSettings userSpaceSettings(UserSpaceOptions options) {
        return UserSpaceSettings.of(options);
    }
}
