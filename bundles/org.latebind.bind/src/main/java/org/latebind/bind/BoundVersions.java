package org.latebind.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.latebind.bind.unit.IncludeSearch;
import org.latebind.bind.unit.UnitPreprocessing;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Position;
import org.latebind.diagnostics.api.Severity;
import org.latebind.genksyms.Dialect;
import org.latebind.genksyms.EndlessDeclarationException;
import org.latebind.genksyms.SymbolVersions;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildPlan;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.kmod.api.ExportVersions;
import org.latebind.kmod.api.ObjectName;
import org.latebind.token.api.LexedFile;
import org.latebind.token.api.Token;
import org.latebind.token.api.TokenKind;
import org.latebind.token.api.TokenSink;

/**
 * Computes the versions of a unit's exports as kbuild does (scripts/Makefile.build: cmd_gensymtypes_c): the source is
 * preprocessed once more, for genksyms, and under the kernel's own answers to config symbols. What was computed once is
 * kept.
 */
final class BoundVersions implements ExportVersions {
    private static final String FOR_GENKSYMS = "__GENKSYMS__";

    private final DeferredModule deferred;
    private final BuildPlan plan;
    private final HeaderData headers;
    private final UnitPreprocessing preprocessing;
    private final Map<ObjectName, Map<String, Long>> known = new ConcurrentHashMap<>();

    BoundVersions(DeferredModule deferred, BuildPlan plan, HeaderData headers, UnitPreprocessing preprocessing) {
        this.plan = plan;
        this.deferred = deferred;
        this.headers = headers;
        this.preprocessing = preprocessing.defining(definitions(headers));
    }

    private static List<String> definitions(HeaderData headers) {
        var names = new ArrayList<String>();
        names.add(FOR_GENKSYMS);
        for (var answer : headers.configAnswers()) {
            // An option that was answered with "not set" is a bool that the kernel has set.
            if (answer.value().isEmpty()) {
                names.add("CONFIG_" + answer.option());
            }
        }
        return names;
    }

    @Override
    public Map<String, Long> of(ObjectName object) {
        return known.computeIfAbsent(object, this::compute);
    }

    private Map<String, Long> compute(ObjectName object) {
        var dialect = Dialect.of(headers.identity().release()).orElseThrow(() -> refused(Position.NONE,
                "it is not known how kernel " + headers.identity().release() + " computes symbol versions"));
        var changed = headers.configAnswers().stream().filter(answer -> answer.value().isPresent()).findFirst();
        if (changed.isPresent()) {
            throw refused(Position.NONE, "the kernel's own CONFIG_" + changed.get().option() + " is not known");
        }
        for (var module : plan.modules()) {
            for (var unit : module.units()) {
                if (UnitBinding.name(module, unit).equals(object.toString())) {
                    return compute(dialect, module, unit);
                }
            }
        }
        throw new IllegalArgumentException("not an object of this link: " + object);
    }

    private Map<String, Long> compute(Dialect dialect, ModulePlan module, UnitPlan unit) {
        var source = deferred.file(unit.source()).orElseThrow().tokens();
        checkName(source);
        var versions = new SymbolVersions(dialect);
        TokenSink sink = token -> add(token, source, versions);
        try {
            preprocessing.open(module, unit, new IncludeSearch(deferred, unit, headers), sink, BoundVersions::fail)
                    .process(source, sink);
        } catch (EndlessDeclarationException e) {
            throw refused(Position.NONE, "in " + unit.source() + ", " + e.getMessage());
        }
        versions.end();
        return versions.versions();
    }

    private static void add(Token token, LexedFile source, SymbolVersions versions) {
        if (token.kind() != TokenKind.PRAGMA) {
            versions.accept(token.text(), token.blame().file().equals(source.file()));
        }
    }

    /** What {@code #line} calls a source file decides for genksyms whether types are defined in it. */
    private static void checkName(LexedFile source) {
        var tokens = source.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (StructuredUnit.isLine(tokens.get(i - 1), tokens.get(i))) {
                throw refused(tokens.get(i).position(), "the source file has symbols to export and a #line");
            }
        }
    }

    private static void fail(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR) {
            throw DiagnosticException.refused(diagnostic);
        }
    }

    private static DiagnosticException refused(Position where, String reason) {
        var message = "versions of exported symbols cannot be computed: " + reason;
        return DiagnosticException.refused(Diagnostic.error("LB8015", where, message)
                .withHelp("modules that kbuild made could not use the exports"));
    }
}
