package org.latebind.lowering.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.Severity;
import org.latebind.layout.LayOutUnit;
import org.latebind.layout.LayoutProvider;
import org.latebind.parser.GnuCParser;
import org.latebind.preprocessor.GnuPreprocessorFactory;
import org.latebind.sema.AnalyzeUnit;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.FileScope;
import org.latebind.syntax.api.Declaration;
import org.latebind.target.api.TargetDescription;
import org.latebind.target.api.TargetSettings;
import org.latebind.token.api.FeatureAnswers;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;
import org.latebind.typed.api.LaidOutUnit;

/** From C text to laid-out units, for any target. */
final class FrontEnd {
    private final TargetDescription target;
    private final HostHeaders headers;
    private final Function<List<Declaration>, FileScope> scopes;
    private final boolean preprocessing;

    /** @param preprocessing whether there are macros at all: not where input is preprocessed */
    FrontEnd(
            TargetDescription target, HostHeaders headers, Function<List<Declaration>, FileScope> scopes,
            boolean preprocessing) {
        this.target = target;
        this.headers = headers;
        this.scopes = scopes;
        this.preprocessing = preprocessing;
    }

    /** The unit of one file; what is wrong goes to {@code problems}, and ends it when it is an error. */
    LaidOutUnit laidOut(Path file, TargetSettings settings, List<Diagnostic> problems) throws CompileC.Failed {
        var lexed = headers.load(file).orElseThrow(() -> new CompileC.Failed("no such file"));
        var tokens = new ArrayList<Token>();
        new GnuPreprocessorFactory()
                .open(PreprocessorOptions.of(
                        preprocessing ? target.predefinedMacros(settings) : "", features(settings))
                                .withCharUnsigned(!settings.language().charIsSigned()), headers, problems::add)
                .process(lexed, tokens::add);
        var declarations = new GnuCParser().parseDeclarations(tokens, n -> false, problems::add);
        check(problems);
        var layout = new LayoutProvider();
        var options =
                AnalysisOptions.of(file.getFileName().toString(), target.dataModel(), settings.language());
        var unit = new AnalyzeUnit(layout).analyze(scopes.apply(declarations), options, problems::add);
        check(problems);
        var laidOut = new LayOutUnit(layout, target.dataModel(), settings.language())
                .layOut(unit, problems::add, () -> { });
        check(problems);
        return laidOut;
    }

    void check(List<Diagnostic> problems) throws CompileC.Failed {
        if (problems.stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
            throw new CompileC.Failed(headers.text(problems));
        }
    }

    private FeatureAnswers features(TargetSettings settings) {
        var personality = target.personality(settings);
        return new FeatureAnswers() {
            @Override
            public Set<String> operators() {
                return personality.operators();
            }

            @Override
            public int answer(String operator, String operand) {
                return personality.answer(operator, operand);
            }
        };
    }
}
