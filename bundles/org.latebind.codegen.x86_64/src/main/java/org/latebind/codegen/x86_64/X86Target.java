package org.latebind.codegen.x86_64;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latebind.backend.BackendTarget;
import org.latebind.backend.GccMacros;
import org.latebind.backend.UserSpaceCode;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.gnuc.GnuAttribute;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.ConfigAnswer;
import org.latebind.target.api.InlineAsmRules;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.osgi.service.component.annotations.Component;

/** x86-64 as everybody but the code generator sees it. */
@Component(property = {TargetDescription.ARCH + "=" + X86.ARCH, PassInfo.PREFIX_ + "kernel=" + X86.KERNEL_ARCH})
@PassInfo(name = "target", consumes = {}, produces = TargetDescription.class, arch = X86.ARCH)
public final class X86Target extends BackendTarget implements TargetDescription, Pass {
    private static final Set<GnuAttribute> GCC_ATTRIBUTES = EnumSet.of(
            GnuAttribute.CALLEE_POP_AGGREGATE_RETURN, GnuAttribute.CDECL, GnuAttribute.CF_CHECK, GnuAttribute.FASTCALL,
            GnuAttribute.MS_ABI, GnuAttribute.NAKED, GnuAttribute.REGPARM, GnuAttribute.STDCALL, GnuAttribute.SYSV_ABI,
            GnuAttribute.THISCALL);

    /** SSE2, a red zone. */
    private static final UserSpaceCode USER_SPACE = new UserSpaceCode(
            X86.NAMES,
            "x86-64",
            List.of("+cx8", "+fxsr", "+mmx", "+sse", "+sse2", "+x87"),
            CodeModel.SMALL,
            true,
            List.of(
                    // __builtin_return_address(1) is to work, as it does where gcc compiles its caller.
                    FunctionAttribute.always("\"frame-pointer\"=\"all\""),
                    new FunctionAttribute("\"tune-cpu\"=\"generic\"", Trait.OWN_FEATURES)),
            List.of());

    public X86Target() {
        super(X86.NAMES, X86.DATA_MODEL);
    }

    /** Left out on purpose: {@code __SEG_FS} and {@code __SEG_GS} (no named address spaces), {@code __ATOMIC_HLE_*}. */
    @Override
    protected void machineMacros(GccMacros macros, TargetSettings settings) {
        var codegen = settings.codegen();
        if (settings.language().gcc().major() >= 12) {
            macros.defineAll(List.of("__GCC_CONSTRUCTIVE_SIZE", "__GCC_DESTRUCTIVE_SIZE"), 64);
        }
        if (!codegen.features().contains("-sse")) {
            macros.defineAll(
                    List.of("__MMX__", "__MMX_WITH_SSE__", "__SSE__", "__SSE2__", "__SSE_MATH__", "__SSE2_MATH__"), 1);
        }
        boolean x87 = !codegen.features().contains("-x87");
        if (!x87) {
            macros.define("_SOFT_FLOAT", 1);
        }
        macros.floatingPoint(x87);
        macros.define("__SIZEOF_FLOAT128__", 16);
        if (codegen.moduleFlags().stream().anyMatch(flag -> flag.name().equals("cf-protection-branch"))) {
            macros.define("__CET__", 1);
        }
        macros.define(codegen.codeModel() == CodeModel.KERNEL ? "__code_model_kernel__" : "__code_model_small__", 1);
        macros.positionIndependence(codegen);
    }

    @Override
    protected Set<GnuAttribute> machineAttributes() {
        return GCC_ATTRIBUTES;
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
        return USER_SPACE.settings(options);
    }
}
