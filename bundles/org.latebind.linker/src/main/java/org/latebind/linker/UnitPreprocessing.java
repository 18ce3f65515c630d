package org.latebind.linker;

import java.util.List;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.PreprocessorFactory;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;

/**
 * Sets a preprocessor up as kbuild sets the compiler up for one unit (scripts/Makefile.lib: c_flags,
 * modname_flags, basename_flags), and runs it.
 */
final class UnitPreprocessing {
    private final PreprocessorFactory factory;
    private final HeaderData headers;
    private final BoundTarget target;

    UnitPreprocessing(PreprocessorFactory factory, HeaderData headers, BoundTarget target) {
        this.factory = factory;
        this.headers = headers;
        this.target = target;
    }

    /** A preprocessor with the unit's predefined macros and the kernel's forced headers behind it. */
    Preprocessor open(
            ModulePlan module, UnitPlan unit, IncludeResolver includes, List<Token> out, DiagnosticSink sink) {
        var personality = target.description().personality(target.settings());
        var options = PreprocessorOptions.of(predefined(module, unit), new PersonalityAnswers(personality))
                .withCharUnsigned(!target.settings().language().charIsSigned())
                .withStrictIso(!target.settings().language().dialect().isGnu());
        var preprocessor = factory.open(options, includes, sink);
        for (var forced : headers.includePath().forcedHeaders()) {
            var request = new IncludeResolver.Request(
                    forced, false, false, ForcedHeaders.INCLUDER, IncludeResolver.Found.NO_SLOT);
            preprocessor.preInclude(request, out::add);
        }
        return preprocessor;
    }

    private String predefined(ModulePlan module, UnitPlan unit) {
        var lines = new StringBuilder(target.description().predefinedMacros(target.settings()));
        for (var definition : headers.includePath().definitions()) {
            define(lines, definition.name(), definition.value());
        }
        for (var macro : unit.macros()) {
            macro.value().ifPresentOrElse(
                    value -> define(lines, macro.name(), value),
                    () -> lines.append("#undef ").append(macro.name()).append('\n'));
        }
        define(lines, "KBUILD_BASENAME", quoted(unit.baseName()));
        define(lines, "KBUILD_MODNAME", quoted(module.name()));
        define(lines, "__KBUILD_MODNAME", "kmod_" + module.name());
        define(lines, "KBUILD_MODFILE", quoted(module.name()));
        return lines.toString();
    }

    private static void define(StringBuilder lines, String name, String value) {
        lines.append("#define ").append(name).append(' ').append(value).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
