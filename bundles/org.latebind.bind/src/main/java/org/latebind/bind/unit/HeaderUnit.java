package org.latebind.bind.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.latebind.diagnostics.api.Diagnostic;
import org.latebind.diagnostics.api.DiagnosticException;
import org.latebind.diagnostics.api.Origin;
import org.latebind.diagnostics.api.SourceFile;
import org.latebind.headers.api.HeaderData;
import org.latebind.ir.api.BuildDescription;
import org.latebind.ir.api.DeferredModule;
import org.latebind.ir.api.ModulePlan;
import org.latebind.ir.api.UnitPlan;
import org.latebind.token.api.IncludeResolver;
import org.latebind.token.api.Lexer;
import org.latebind.token.api.Preprocessor;
import org.latebind.token.api.PreprocessorOptions.Limits;
import org.latebind.token.api.TokenSink;

/** A unit of a module that has nothing but includes of a kernel's headers. */
public final class HeaderUnit {
    private static final SourceFile FILE = new SourceFile("(all headers)", Origin.BUILT_IN);

    private final Lexer lexer;
    private final List<Diagnostic> complaints = new ArrayList<>();
    private final List<Include> fresh = new ArrayList<>();
    private final SortedMap<String, SortedSet<String>> includers = new TreeMap<>();
    private boolean tolerant = true;
    private final Preprocessor preprocessor;

    /** One header's include of another, both by path. */
    private record Include(String header, String includer) {}

    /** Begins with the headers that kbuild forces. */
    public HeaderUnit(HeaderData headers, UnitPreprocessing preprocessing, Lexer lexer, TokenSink out) {
        this.lexer = lexer;
        var plan = new UnitPlan("headers", FILE.path(), List.of(), List.of());
        var module = new ModulePlan("latebind_headers", List.of(plan));
        var search = new IncludeSearch(new DeferredModule(List.of(), new BuildDescription.Listed(List.of(module))), plan, headers);
        preprocessor = preprocessing.open(module, plan, Limits.ALL_HEADERS, new Includes(search), out, this::complain);
        keepIncludes();
    }

    public Preprocessor preprocessor() {
        return preprocessor;
    }

    /** Of each header that another one includes, an include guard or not: which. Of what was kept. */
    public SortedMap<String, SortedSet<String>> includers() {
        return includers;
    }

    /**
     * Includes a header; the unit's macros become what they were before where it is not to be kept.
     *
     * @param out takes its tokens
     * @param toItsEnd whether to go on after a complaint that lets a compiler go on
     * @param keep asked of what was complained about
     */
    public boolean include(String name, TokenSink out, boolean toItsEnd, Predicate<List<Diagnostic>> keep) {
        tolerant = toItsEnd;
        return preprocessor.attempt(() -> {
            complaints.clear();
            fresh.clear();
            try {
                preprocessor.process(lexer.lex(FILE, "#include <" + name + ">\n", d -> { }), out);
            } catch (DiagnosticException refused) {
                if (!complaints.contains(refused.diagnostic())) {
                    complaints.add(refused.diagnostic());
                }
            }
            boolean kept = keep.test(List.copyOf(complaints));
            if (kept) {
                keepIncludes();
            }
            return kept;
        });
    }

    private void keepIncludes() {
        fresh.forEach(include -> includers.computeIfAbsent(include.header(), h -> new TreeSet<>()).add(include.includer()));
        fresh.clear();
    }

    private void complain(Diagnostic diagnostic) {
        complaints.add(diagnostic);
        if (!tolerant) {
            throw DiagnosticException.refused(diagnostic);
        }
    }

    /** Notes which header includes which. */
    private final class Includes implements IncludeResolver {
        private final IncludeSearch search;

        Includes(IncludeSearch search) {
            this.search = search;
        }

        @Override
        public Optional<Found> resolve(Request request) {
            var found = search.resolve(request);
            if (request.includer().origin() == Origin.KERNEL) {
                found.ifPresent(header -> fresh.add(new Include(header.file().file().path(), request.includer().path())));
            }
            return found;
        }

        @Override
        public boolean exists(Request request) {
            return search.exists(request);
        }
    }
}
