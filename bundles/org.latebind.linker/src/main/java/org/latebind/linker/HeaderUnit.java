package org.latebind.linker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.TokenSink;

/** A unit of a module that has nothing but includes of a kernel's headers. */
final class HeaderUnit {
    private static final SourceFile FILE = new SourceFile("(all headers)", Origin.BUILT_IN);

    private final Lexer lexer;
    private final List<Diagnostic> complaints = new ArrayList<>();
    private boolean tolerant = true;
    private final Preprocessor preprocessor;

    /** Begins with the headers that kbuild forces. */
    HeaderUnit(HeaderData headers, UnitPreprocessing preprocessing, Lexer lexer, TokenSink out) {
        this.lexer = lexer;
        var plan = new UnitPlan("headers", FILE.path(), List.of(), List.of());
        var module = new ModulePlan("latebind_headers", List.of(plan));
        var search = new IncludeSearch(new DeferredModule(List.of(), List.of(module)), plan, headers);
        preprocessor = preprocessing.open(module, plan, search, out, this::complain);
    }

    Preprocessor preprocessor() {
        return preprocessor;
    }

    /**
     * Includes a header; the unit's macros become what they were before where it is not to be kept.
     *
     * @param out takes its tokens
     * @param toItsEnd whether to go on after a complaint that lets a compiler go on
     * @param keep asked of what was complained about
     */
    boolean include(String name, TokenSink out, boolean toItsEnd, Predicate<List<Diagnostic>> keep) {
        tolerant = toItsEnd;
        return preprocessor.attempt(() -> {
            complaints.clear();
            try {
                preprocessor.process(lexer.lex(FILE, "#include <" + name + ">\n", d -> { }), out);
            } catch (DiagnosticException refused) {
                if (!complaints.contains(refused.diagnostic())) {
                    complaints.add(refused.diagnostic());
                }
            }
            return keep.test(List.copyOf(complaints));
        });
    }

    private void complain(Diagnostic diagnostic) {
        complaints.add(diagnostic);
        if (!tolerant) {
            throw DiagnosticException.refused(diagnostic);
        }
    }
}
