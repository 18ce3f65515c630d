package org.latebind.codegen.riscv64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.target.api.UserSpaceOptions.Optimization;

/** What plain {@code gcc -O2 -c} means on Debian: rv64gc, lp64d, position-independent executables. */
final class UserSpaceSettings {
    private static final List<String> FEATURES = List.of(
            "+64bit", "+a", "+c", "+d", "+f", "+i", "+m", "+zicsr", "+zifencei", "-relax");

    private UserSpaceSettings() {}

    static TargetSettings of(UserSpaceOptions options) {
        return new TargetSettings(options.language(false), codegen(options));
    }

    private static CodegenSettings codegen(UserSpaceOptions options) {
        var attributes = new ArrayList<FunctionAttribute>(List.of(
                FunctionAttribute.always("nounwind"),
                FunctionAttribute.always("uwtable"),
                new FunctionAttribute("\"target-cpu\"=\"generic-rv64\"", Trait.OWN_FEATURES),
                new FunctionAttribute("\"target-features\"=\"" + String.join(",", FEATURES) + "\"", Trait.OWN_FEATURES)));
        if (options.optimization() == Optimization.OS) {
            attributes.add(FunctionAttribute.always("optsize"));
        }
        var flags = new ArrayList<>(List.of(
                ModuleFlag.number(1, "wchar_size", 4),
                ModuleFlag.number(7, "uwtable", 2),
                ModuleFlag.string(1, "target-abi", "lp64d")));
        if (options.positionIndependent()) {
            flags.add(ModuleFlag.number(8, "PIC Level", 2));
            flags.add(ModuleFlag.number(7, "PIE Level", 2));
        }
        return new CodegenSettings(
                RiscV.ARCH,
                RiscV.NAMES.llvmTriple(),
                RiscV.NAMES.dataLayout(),
                "generic-rv64",
                FEATURES,
                options.positionIndependent() ? RelocationModel.PIC : RelocationModel.STATIC,
                CodeModel.MEDIUM,
                0,
                options.passes(),
                attributes,
                flags,
                Map.of());
    }
}
