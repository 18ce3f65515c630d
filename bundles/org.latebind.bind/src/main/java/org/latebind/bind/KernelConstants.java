package org.latebind.bind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.latebind.bind.unit.ErrorCount;
import org.latebind.bind.unit.IncludeSearch;
import org.latebind.bind.unit.ScopeFeed;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.bind.unit.UnitScope;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.Severity;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.sema.api.AnalysisOptions;
import org.latebind.sema.api.FileScope;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.CParser;
import org.latebind.syntax.api.Declaration;
import org.latebind.target.api.BoundTarget;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.TokenKind;
import org.latebind.typed.api.LayoutService;
import org.latebind.typed.api.TypedInitializer;
import org.latebind.typed.api.TypedUnit;

/** Evaluates expressions and macros in the include context of one kernel header, as a module would see them. */
final class KernelConstants {
    private static final SourceFile QUESTION = new SourceFile("(kernel constants)", Origin.BUILT_IN);
    private static final String NAME = "__latebind_constant";

    private final HeaderData headers;
    private final UnitPreprocessing preprocessing;
    private final Lexer lexer;
    private final CParser parser;
    private final SemanticAnalysis analysis;
    private final LayoutService layouts;
    private final BoundTarget target;
    private final Map<String, IncludeContext> sights = new HashMap<>();

    /** A unit that has included one header: its macro state and its file scope. */
    private record IncludeContext(Preprocessor preprocessor, UnitScope scope) {}

    KernelConstants(
            HeaderData headers, UnitPreprocessing preprocessing, Lexer lexer, CParser parser,
            SemanticAnalysis analysis, LayoutService layouts, BoundTarget target) {
        this.headers = headers;
        this.preprocessing = preprocessing;
        this.lexer = lexer;
        this.parser = parser;
        this.analysis = analysis;
        this.layouts = layouts;
        this.target = target;
    }

    /** {@code VERMAGIC_STRING}, under the macro by which modpost's own file asks for it. */
    synchronized String vermagic() {
        var included = look("#define INCLUDE_VERMAGIC\n#include <linux/vermagic.h>\n");
        var text = new StringBuilder();
        for (var token : included.preprocessor().expand(lex("VERMAGIC_STRING").tokens())) {
            if (token.kind() != TokenKind.STRING || token.text().contains("\\")) {
                throw DiagnosticException.refused(Diagnostic.error(
                        "LB5102", token.blame(), "VERMAGIC_STRING of this kernel is not a plain string"));
            }
            text.append(token.text(), 1, token.text().length() - 1);
        }
        return text.toString();
    }

    synchronized List<OptionalLong> evaluate(String header, List<String> expressions) {
        if (headers.includePath().directories().stream().noneMatch(d -> headers.hasHeader(d + "/" + header))) {
            return expressions.stream().map(e -> OptionalLong.empty()).toList();
        }
        var included = look("#include <" + header + ">\n");
        return expressions.stream().map(e -> evaluate(included, e)).toList();
    }

    private IncludeContext look(String includes) {
        return sights.computeIfAbsent(includes, this::open);
    }

    private IncludeContext open(String includes) {
        var unit = new UnitPlan("constants", QUESTION.path(), List.of(), List.of());
        var module = new ModulePlan("latebind_constants", List.of(unit));
        var nothing = new DeferredModule(List.of(), new BuildDescription.Listed(List.of(module)));
        var scope = new UnitScope(parser, target.description().addressSpaces().keySet(), d -> { });
        var feed = new ScopeFeed(scope, preprocessing.fragments());
        var preprocessor = preprocessing.open(
                module, unit, new IncludeSearch(nothing, unit, headers), feed, KernelConstants::refuse);
        preprocessor.process(lex(includes), feed);
        feed.flush();
        return new IncludeContext(preprocessor, scope);
    }

    private static void refuse(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR) {
            throw DiagnosticException.refused(diagnostic);
        }
    }

    private OptionalLong evaluate(IncludeContext included, String expression) {
        var errors = new ErrorCount(d -> { });
        var source = "static const long long " + NAME + " = (" + expression + ");";
        var tokens = included.preprocessor().expand(lex(source).tokens());
        var question = new Question(included.scope(), parser.parseDeclarations(tokens, included.scope().names(), errors));
        if (errors.any()) {
            return OptionalLong.empty();
        }
        var options = AnalysisOptions.of(
                        "constants", target.description().dataModel(), target.settings().language())
                .withAddressSpaces(target.description().addressSpaces());
        var unit = analysis.analyze(question, options, errors);
        return errors.any() ? OptionalLong.empty() : value(unit);
    }

    private OptionalLong value(TypedUnit unit) {
        var model = target.description().dataModel();
        var evaluator = layouts.evaluator(
                unit.types(), layouts.layouts(unit.types(), model), model, target.settings().language());
        var value = unit.variables().stream()
                .filter(v -> v.name().equals(NAME))
                .findFirst()
                .flatMap(v -> v.initializer())
                .flatMap(i -> i instanceof TypedInitializer.Single single
                        ? evaluator.integer(single.value())
                        : Optional.empty());
        return value.isPresent() ? OptionalLong.of(value.get().longValueExact()) : OptionalLong.empty();
    }

    private LexedFile lex(String text) {
        return lexer.lex(QUESTION, text, KernelConstants::refuse);
    }

    /** The file scope of an include context with the question as its only root. */
    private record Question(UnitScope scope, List<Declaration> roots) implements FileScope {
        @Override
        public List<Declaration> ordinary(String name) {
            return name.equals(NAME) ? roots : scope.ordinary(name);
        }

        @Override
        public List<Declaration> typedef(String name) {
            return scope.typedef(name);
        }

        @Override
        public List<Declaration> tag(String name) {
            return scope.tag(name);
        }

        @Override
        public List<Declaration> enumerator(String name) {
            return scope.enumerator(name);
        }

        @Override
        public Pragmas pragmas(Declaration declaration) {
            return scope.pragmas(declaration);
        }
    }
}
