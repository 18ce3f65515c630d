package org.latebind.lowering.oracle;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.latebind.bind.AnalyzeUnit;
import org.latebind.bind.api.AnalysisOptions;
import org.latebind.bind.api.ParsedFileScope;
import org.latebind.codegen.api.CodegenRequest;
import org.latebind.codegen.x86_64.X86CodeGenerator;
import org.latebind.codegen.x86_64.X86Target;
import org.latebind.cparser.lexer.GnuLexer;
import org.latebind.cparser.parser.GnuCParser;
import org.latebind.cparser.preprocessor.GnuPreprocessorFactory;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.DiagnosticPrinter;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.layout.LayoutProvider;
import org.latebind.llvm.LlvmService;
import org.latebind.lowering.LowerToLlvm;
import org.latebind.lowering.api.LlvmModule;
import org.latebind.target.api.LanguageSettings.Dialect;
import org.latebind.target.api.TargetSettings;
import org.latebind.target.api.UserSpaceOptions;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.PreprocessorOptions;
import org.latebind.token.api.Token;
import org.latebind.typed.api.LaidOutUnit;
import org.latebind.typed.api.StaticImage;
import org.latebind.typed.api.VariableId;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Compiles preprocessed C through parser, analysis, layout and lowering to an object.
 *
 * <p>As a program: {@code CompileC [-ll] file.i out.o ...}, in pairs.
 */
public final class CompileC {
    private final X86Target target = new X86Target();
    private final X86CodeGenerator generator = new X86CodeGenerator(new LlvmService(context(), java.util.Map.of()));

    private static BundleContext context() {
        var bundle = Proxy.newProxyInstance(
                CompileC.class.getClassLoader(), new Class<?>[] {Bundle.class}, (p, m, a) -> "getLocation".equals(m.getName()) ? "" : null);
        return (BundleContext) Proxy.newProxyInstance(
                CompileC.class.getClassLoader(), new Class<?>[] {BundleContext.class},
                (p, m, a) -> m.getName().equals("getBundle") ? bundle
                        : m.getName().equals("getProperty") ? System.getProperty((String) a[0]) : null);
    }

    /** What went wrong, as lines of text. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    public TargetSettings settings() {
        return target.userSpaceSettings(
                new UserSpaceOptions(Dialect.GNU17, UserSpaceOptions.Optimization.O2, true));
    }

    /** The module of one preprocessed file. */
    public LlvmModule lower(Path file, TargetSettings settings) throws IOException, Failed {
        var problems = new ArrayList<Diagnostic>();
        var text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        try {
            return lower(file.getFileName().toString(), text, settings, problems);
        } catch (DiagnosticException e) {
            problems.add(e.diagnostic());
            throw failed(problems, text);
        }
    }

    private static Failed failed(List<Diagnostic> problems, String text) {
        var printer = new DiagnosticPrinter((f, line) -> text.lines().skip(line - 1).findFirst());
        var all = new StringBuilder();
        problems.stream().filter(p -> p.severity() == Severity.ERROR).forEach(p -> all.append(printer.print(p)));
        return new Failed(all.toString());
    }

    private LlvmModule lower(String name, String text, TargetSettings settings, List<Diagnostic> problems) throws Failed {
        var lexed = new GnuLexer().lex(new SourceFile(name, Origin.MODULE), text, problems::add);
        var tokens = new ArrayList<Token>();
        IncludeResolver none = request -> Optional.empty();
        new GnuPreprocessorFactory()
                .open(PreprocessorOptions.of("", org.latebind.token.api.FeatureAnswers.NONE), none, problems::add)
                .process(lexed, tokens::add);
        var declarations = new GnuCParser().parseDeclarations(tokens, n -> false, problems::add);
        check(problems, text);
        var layout = new LayoutProvider();
        var options = AnalysisOptions.of(name, target.dataModel(), settings.language());
        var unit = new AnalyzeUnit(layout).analyze(new ParsedFileScope(declarations), options, problems::add);
        check(problems, text);
        var layouts = layout.layouts(unit.types(), target.dataModel());
        var evaluator = layout.evaluator(unit.types(), layouts, target.dataModel(), settings.language());
        var images = new HashMap<VariableId, StaticImage>();
        for (var variable : unit.variables()) {
            if (variable.defined() && variable.attributes().alias().isEmpty()) {
                images.put(variable.id(), evaluator.image(variable.type(), variable.initializer()));
            }
        }
        var module = new LowerToLlvm().lower(new LaidOutUnit(unit, layouts, images), target, settings, problems::add);
        check(problems, text);
        return module.orElseThrow(() -> new Failed("no module and no error"));
    }

    private static void check(List<Diagnostic> problems, String text) throws Failed {
        if (problems.stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
            throw failed(problems, text);
        }
    }

    /** An object, as bytes. */
    public byte[] compile(Path file) throws IOException, Failed {
        var settings = settings();
        var module = lower(file, settings);
        var result = generator.generate(CodegenRequest.object(module.bytes(), settings.codegen()));
        if (result.output().isEmpty()) {
            var all = new StringBuilder();
            result.messages().forEach(m -> all.append(m.severity()).append(' ').append(m.code()).append(' ')
                    .append(m.text()).append('\n'));
            throw new Failed(all.toString());
        }
        return result.output().get();
    }

    public static void main(String[] arguments) throws IOException {
        var compiler = new CompileC();
        var list = new ArrayList<>(List.of(arguments));
        boolean ir = list.remove("-ll");
        int failures = 0;
        for (int i = 0; i + 1 < list.size(); i += 2) {
            var output = Path.of(list.get(i + 1));
            try {
                var file = Path.of(list.get(i));
                if (ir) {
                    Files.writeString(output, compiler.lower(file, compiler.settings()).text());
                } else {
                    Files.write(output, compiler.compile(file));
                }
            } catch (Failed | RuntimeException | StackOverflowError e) {
                failures++;
                System.out.println("FAIL " + list.get(i) + ": " + (e instanceof Failed ? e.getMessage() : trace(e)));
            }
        }
        System.out.flush();
        Runtime.getRuntime().halt(failures == 0 ? 0 : 1);
    }

    private static String trace(Throwable e) {
        var text = new StringBuilder(e.toString());
        var frames = e.getStackTrace();
        for (int i = 0; i < Math.min(6, frames.length); i++) {
            text.append("\n    ").append(frames[i]);
        }
        return text.toString();
    }
}
