package org.latebind.codegen.s390x;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.target.api.UserSpaceOptions.Optimization;

/** What plain {@code gcc -O2 -c} means on Debian: z196, position-independent executables. */
final class UserSpaceSettings {
    private static final String CPU = "z196";

    private UserSpaceSettings() {}

    static TargetSettings of(UserSpaceOptions options) {
        if (!options.dialect().isGnu()) {
            // gcc's -fexcess-precision=standard, which no other architecture of ours does anything with.
            throw DiagnosticException.refused(Diagnostic.error("LB5027",
                            "under -std=" + options.dialect().option()
                                    + " this architecture computes 'float' as 'double', which we do not")
                    .withHelp("take the GNU dialect of the same year"));
        }
        return new TargetSettings(options.language(false), codegen(options));
    }

    private static CodegenSettings codegen(UserSpaceOptions options) {
        var attributes = new ArrayList<FunctionAttribute>(List.of(
                FunctionAttribute.always("nounwind"),
                FunctionAttribute.always("uwtable"),
                new FunctionAttribute("\"target-cpu\"=\"" + CPU + "\"", Trait.OWN_FEATURES)));
        if (options.optimization() == Optimization.OS) {
            attributes.add(FunctionAttribute.always("optsize"));
        }
        var flags = new ArrayList<>(List.of(
                ModuleFlag.number(1, "wchar_size", 4),
                ModuleFlag.number(7, "uwtable", 2)));
        if (options.positionIndependent()) {
            flags.add(ModuleFlag.number(8, "PIC Level", 2));
            flags.add(ModuleFlag.number(7, "PIE Level", 2));
        }
        return new CodegenSettings(
                S390.ARCH,
                S390.NAMES.llvmTriple(),
                S390.NAMES.dataLayout(),
                CPU,
                List.of(),
                options.positionIndependent() ? RelocationModel.PIC : RelocationModel.STATIC,
                CodeModel.SMALL,
                0,
                options.passes(),
                attributes,
                flags,
                Map.of());
    }
}
