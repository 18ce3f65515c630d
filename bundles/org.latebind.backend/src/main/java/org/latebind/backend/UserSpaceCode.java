package org.latebind.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.latebind.codegen.api.CodegenSettings;
import org.latebind.codegen.api.CodegenSettings.CodeModel;
import org.latebind.codegen.api.CodegenSettings.RelocationModel;
import org.latebind.codegen.api.FunctionAttribute;
import org.latebind.codegen.api.FunctionAttribute.Trait;
import org.latebind.codegen.api.ModuleFlag;
import org.latebind.target.api.ArchNames;
import org.latebind.target.api.LanguageSettings;
import org.latebind.target.api.LanguageSettings.GccVersion;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.target.api.UserSpaceOptions.Optimization;

/**
 * What plain {@code gcc -O2 -c} means on Debian 12, for one architecture.
 *
 * @param cpu LLVM's name of the processor that Debian requires
 * @param features LLVM's features that it has, each with {@code +} or {@code -}
 * @param charIsSigned what plain {@code char} is
 * @param attributes of every function, beyond those that all architectures have
 * @param moduleFlags beyond those that all architectures have
 */
public record UserSpaceCode(
        ArchNames names,
        String cpu,
        List<String> features,
        CodeModel codeModel,
        boolean charIsSigned,
        List<FunctionAttribute> attributes,
        List<ModuleFlag> moduleFlags) {
    /** Marks code of an executable, whose own symbols nobody replaces. */
    static final ModuleFlag PIE = ModuleFlag.number(7, "PIE Level", 2);

    private static final GccVersion GCC = new GccVersion(12, 2, 0);

    public UserSpaceCode {
        features = List.copyOf(features);
        attributes = List.copyOf(attributes);
        moduleFlags = List.copyOf(moduleFlags);
    }

    public TargetSettings settings(UserSpaceOptions options) {
        return new TargetSettings(language(options), codegen(options));
    }

    private LanguageSettings language(UserSpaceOptions options) {
        var dialect = options.dialect();
        return new LanguageSettings(
                dialect,
                GCC,
                charIsSigned,
                false,
                false,
                false,
                !dialect.isC99OrLater(),
                true,
                options.optimization() == Optimization.OS,
                false,
                false,
                // gcc reads what was not written as some value; LLVM would delete what depends on it.
                true,
                false);
    }

    private CodegenSettings codegen(UserSpaceOptions options) {
        return new CodegenSettings(
                names.arch(),
                names.llvmTriple(),
                names.dataLayout(),
                cpu,
                features,
                options.positionIndependent() ? RelocationModel.PIC : RelocationModel.STATIC,
                codeModel,
                0,
                passes(options.optimization()),
                functionAttributes(options),
                flags(options),
                Map.of());
    }

    private List<FunctionAttribute> functionAttributes(UserSpaceOptions options) {
        var all = new ArrayList<FunctionAttribute>();
        all.add(FunctionAttribute.always("nounwind"));
        all.add(FunctionAttribute.always("uwtable"));
        all.addAll(attributes);
        all.add(new FunctionAttribute("\"target-cpu\"=\"" + cpu + "\"", Trait.OWN_FEATURES));
        if (!features.isEmpty()) {
            var text = "\"target-features\"=\"" + String.join(",", features) + "\"";
            all.add(new FunctionAttribute(text, Trait.OWN_FEATURES));
        }
        if (options.optimization() == Optimization.OS) {
            all.add(FunctionAttribute.always("optsize"));
        }
        return all;
    }

    private List<ModuleFlag> flags(UserSpaceOptions options) {
        var all = new ArrayList<ModuleFlag>();
        all.add(ModuleFlag.number(1, "wchar_size", 4));
        all.add(ModuleFlag.number(7, "uwtable", 2));
        all.addAll(moduleFlags);
        if (options.positionIndependent()) {
            all.add(ModuleFlag.number(8, "PIC Level", 2));
            all.add(PIE);
        }
        return all;
    }

    private static String passes(Optimization optimization) {
        return switch (optimization) {
            case O1 -> "default<O1>";
            case O2 -> "default<O2>";
            case O3 -> "default<O3>";
            case OS -> "default<Os>";
        };
    }
}
