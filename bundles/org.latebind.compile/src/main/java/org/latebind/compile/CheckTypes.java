package org.latebind.compile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticSink;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.Severity;
import org.latebind.ir.api.DeferredFile;
import org.latebind.ir.api.UnitPlan;
import org.latebind.sema.api.Speculation;
import org.latebind.sema.api.FileScope;
import org.latebind.sema.api.ParsedFileScope;
import org.latebind.sema.api.SemanticAnalysis;
import org.latebind.syntax.api.Declaration;

/**
 * Looks for type errors that no kernel can make right.
 *
 * <pre>
 * struct s { int x; };
 * int f(struct s *s) { return s-&gt;y; }     reported: nobody but the module decides
 * int g(struct page *p) { return p-&gt;y; }  the kernel's to decide, when it is linked
 * </pre>
 *
 * <p>A unit is analyzed for several assumed targets; whatever is not declared for sure is of unknown
 * type and absorbs errors. What is an error under all targets, and of a sort that types alone decide,
 * is reported.
 */
final class CheckTypes {
    /**
     * Members, operands, assignments, argument counts, what cannot be modified, redeclarations,
     * statements out of place, labels, returns, called objects.
     */
    private static final Set<String> CODES = Set.of(
            "LB4004", "LB4005", "LB4006", "LB4008", "LB4009", "LB4012", "LB4014", "LB4015", "LB4022", "LB4023");

    /** Words that give the text another meaning throughout when a macro has their name. */
    private static final Set<String> KEYWORDS = Set.of(
            "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern",
            "float", "for", "goto", "if", "int", "long", "register", "return", "short", "signed", "sizeof", "static",
            "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while");

    private record Finding(String code, Position at, String message) {}

    private final SemanticAnalysis analysis;
    private final List<DeferredFile> files;
    private final List<UnitPlan> units;
    private final ModuleMacros macros;
    private final Set<Finding> reported = new HashSet<>();

    CheckTypes(SemanticAnalysis analysis, List<DeferredFile> files, List<UnitPlan> units) {
        this.analysis = analysis;
        this.files = files;
        this.units = units;
        this.macros = new ModuleMacros(files, units);
    }

    void check(DiagnosticSink sink) {
        if (macros.names().stream().anyMatch(KEYWORDS::contains)) {
            return;
        }
        var sources = units.stream().map(UnitPlan::source).collect(Collectors.toSet());
        for (var unit : units) {
            var text = new SureText(unit, files, sources);
            var scope = new SureNames(new ParsedFileScope(text.known()), text.speculative(), macros);
            var findings = findings(scope, unit, AssumedTarget.WIDE);
            findings.keySet().retainAll(findings(scope, unit, AssumedTarget.NARROW).keySet());
            findings.forEach((finding, diagnostic) -> {
                if (reported.add(finding)) {
                    sink.report(diagnostic);
                }
            });
        }
    }

    private Map<Finding, Diagnostic> findings(FileScope scope, UnitPlan unit, AssumedTarget target) {
        var findings = new LinkedHashMap<Finding, Diagnostic>();
        analysis.analyze(scope, target.options(unit.object()), diagnostic -> {
            if (diagnostic.severity() == Severity.ERROR && CODES.contains(diagnostic.code())) {
                findings.put(new Finding(diagnostic.code(), diagnostic.where(), diagnostic.message()), diagnostic);
            }
        });
        return findings;
    }

    /** A scope without the names that other text may declare or replace. */
    private record SureNames(ParsedFileScope scope, Set<String> speculative, ModuleMacros macros) implements FileScope {
        private <T> List<T> unlessSpeculative(String name, List<T> found) {
            return speculative.contains(name) || macros.isMacro(name) ? List.of() : found;
        }

        @Override
        public List<Declaration> ordinary(String name) {
            return unlessSpeculative(name, scope.ordinary(name));
        }

        @Override
        public List<Declaration> typedef(String name) {
            return unlessSpeculative(name, scope.typedef(name));
        }

        @Override
        public List<Declaration> tag(String name) {
            return unlessSpeculative(name, scope.tag(name));
        }

        @Override
        public List<Declaration> enumerator(String name) {
            return unlessSpeculative(name, scope.enumerator(name));
        }

        @Override
        public List<Declaration> roots() {
            return scope.roots();
        }

        @Override
        public Pragmas pragmas(Declaration declaration) {
            return scope.pragmas(declaration);
        }

        @Override
        public Speculation speculation() {
            return macros;
        }
    }
}
