package org.latebind.sema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticPrinter;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.layout.LayoutProvider;
import org.latebind.parser.GnuCParser;
import org.latebind.preprocessor.GnuPreprocessorFactory;
import org.latebind.preprocessor.lexer.GnuLexer;
import org.latebind.sema.api.AnalysisMode;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.token.api.FeatureAnswers;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;
import org.latebind.typed.api.TypedUnit;

/** A C file taken through lexer, preprocessor, parser and semantic analysis. */
final class Source {
    private final String text;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final TypedUnit unit;

    Source(String name, String text, AnalysisMode mode) {
        this.text = text;
        var target = new X86Target();
        var language = target.userSpaceSettings(
                new UserSpaceOptions(Dialect.GNU11, UserSpaceOptions.Optimization.O2, true)).language();
        var options = new AnalysisOptions(
                name, target.dataModel(), language, mode, java.util.Set.of(), Map.of());
        var lexed = new GnuLexer().lex(new SourceFile(name, Origin.MODULE), text, diagnostics::add);
        var tokens = new ArrayList<Token>();
        new GnuPreprocessorFactory()
                .open(PreprocessorOptions.of("", FeatureAnswers.NONE), request -> Optional.empty(), diagnostics::add)
                .process(lexed, tokens::add);
        var declarations = new GnuCParser()
                .parseDeclarations(tokens, n -> n.equals("__builtin_va_list"), diagnostics::add);
        unit = new AnalyzeUnit(new LayoutProvider())
                .analyze(new ParsedFileScope(declarations), options, diagnostics::add);
    }

    static Source of(String text) {
        return new Source("test.c", text, AnalysisMode.BOUND);
    }

    static Source read(Path file) {
        try {
            return new Source(file.getFileName().toString(), Files.readString(file), AnalysisMode.BOUND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }


    TypedUnit unit() {
        return unit;
    }

    long errors() {
        return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    }

    /** Every diagnostic as the user sees it. */
    String messages() {
        var lines = text.lines().toList();
        var printer = new DiagnosticPrinter((file, line) ->
                line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty());
        var out = new StringBuilder();
        diagnostics.forEach(d -> out.append(printer.print(d)));
        return out.toString();
    }

    String tree() {
        try {
            var out = new StringBuilder();
            new PrintTypedUnit().print(unit, Optional.empty(), out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
