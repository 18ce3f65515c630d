package org.latebind.codegen.x86_64;

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

/** What plain {@code gcc -O2 -c} means on Debian: SSE2, a red zone, position-independent executables. */
final class UserSpaceSettings {
    private static final List<String> FEATURES = List.of("+cx8", "+fxsr", "+mmx", "+sse", "+sse2", "+x87");

    private UserSpaceSettings() {}

    static TargetSettings of(UserSpaceOptions options) {
        return new TargetSettings(options.language(true), codegen(options));
    }

    private static CodegenSettings codegen(UserSpaceOptions options) {
        var attributes = new ArrayList<FunctionAttribute>(List.of(
                FunctionAttribute.always("nounwind"),
                FunctionAttribute.always("uwtable"),
                // __builtin_return_address(1) is to work, as it does where gcc compiles its caller.
                FunctionAttribute.always("\"frame-pointer\"=\"all\""),
                new FunctionAttribute("\"target-cpu\"=\"x86-64\"", Trait.OWN_FEATURES),
                new FunctionAttribute("\"tune-cpu\"=\"generic\"", Trait.OWN_FEATURES),
                new FunctionAttribute("\"target-features\"=\"" + String.join(",", FEATURES) + "\"", Trait.OWN_FEATURES)));
        if (options.optimization() == Optimization.OS) {
            attributes.add(FunctionAttribute.always("optsize"));
        }
        var flags = new ArrayList<>(List.of(
                ModuleFlag.number(1, "wchar_size", 4), ModuleFlag.number(7, "uwtable", 2)));
        if (options.positionIndependent()) {
            flags.add(ModuleFlag.number(8, "PIC Level", 2));
            flags.add(ModuleFlag.number(7, "PIE Level", 2));
        }
        return new CodegenSettings(
                X86.ARCH,
                X86.NAMES.llvmTriple(),
                X86.NAMES.dataLayout(),
                "x86-64",
                FEATURES,
                options.positionIndependent() ? RelocationModel.PIC : RelocationModel.STATIC,
                CodeModel.SMALL,
                0,
                options.passes(),
                attributes,
                flags,
                Map.of());
    }
}
