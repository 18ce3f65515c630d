package org.latebind.codegen.s390x;

import java.util.List;
import org.latebind.backend.BackendTarget;
import org.latebind.backend.GccMacros;
import org.latebind.backend.UserSpaceCode;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.pass.api.Pass;
import org.latebind.pass.api.PassInfo;
import org.latebind.target.api.AbiLowering;
import org.latebind.target.api.InlineAsmRules;
import org.latebind.target.api.KernelBuild;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.osgi.service.component.annotations.Component;

/** 64-bit IBM Z as everybody but the code generator sees it. */
@Component(property = {TargetDescription.ARCH + "=" + S390.ARCH, PassInfo.PREFIX_ + "kernel=" + S390.KERNEL_ARCH})
@PassInfo(name = "target", consumes = {}, produces = TargetDescription.class, arch = S390.ARCH)
public final class S390Target extends BackendTarget implements TargetDescription, Pass {
    private static final UserSpaceCode USER_SPACE =
            new UserSpaceCode(S390.NAMES, "z196", List.of(), CodeModel.SMALL, false, List.of(), List.of());

    public S390Target() {
        super(S390.NAMES, S390.DATA_MODEL);
    }

    @Override
    protected void machineMacros(GccMacros macros, TargetSettings settings) {
        var codegen = settings.codegen();
        macros.define("__ARCH__", S390.level(codegen.cpu()));
        boolean floats = hasFloatingRegisters(settings);
        macros.floatingPoint(floats);
        if (floats) {
            macros.fusedMultiplyAdd();
        }
        macros.unwindTables(codegen);
        macros.positionIndependence(codegen);
    }

    private static boolean hasFloatingRegisters(TargetSettings settings) {
        return !settings.codegen().features().contains("+soft-float");
    }

    /** Quadwords: lpq, stpq and cdsg. */
    @Override
    public int largestAtomic() {
        return 2 * dataModel().pointer().size();
    }

    @Override
    public AbiLowering abi(TargetSettings settings) {
        return new S390Abi(hasFloatingRegisters(settings));
    }

    @Override
    public InlineAsmRules inlineAsm(TargetSettings settings) {
        return new S390InlineAsm();
    }

    @Override
    public TargetSettings kernelSettings(KernelBuild kernel) {
        return KernelSettings.of(kernel);
    }

    @Override
    public TargetSettings userSpaceSettings(UserSpaceOptions options) {
        if (!options.dialect().isGnu()) {
            // gcc's -fexcess-precision=standard, which no other architecture of ours does anything with.
            throw DiagnosticException.refused(Diagnostic.error("LB5027",
                            "under -std=" + options.dialect().option()
                                    + " this architecture evaluates 'float' as 'double', which is not supported")
                    .withHelp("use the GNU dialect of the same year"));
        }
        return USER_SPACE.settings(options);
    }
}
